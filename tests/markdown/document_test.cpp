#include "markdown/document.h"

#include <gtest/gtest.h>
#include <thread>

#include "markdown/limits.h"
#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

TEST(RenderMarkdown, GivesTheTextWithoutMarkup) {
  const Document document = render("# A *b*\n\nc `d`\ne [f](g)\n\n- h\n- i\n\n<p>j</p>\n\n![k](l)\n");
  EXPECT_EQ(document.plain_text, "A b c d e f h i j k");
  EXPECT_EQ(document.first_heading, "A b");
}

TEST(RenderMarkdown, CountsTheWordsOfTheSource) {
  EXPECT_EQ(render("one *two*\n\nthree").word_count, 3U);
}

TEST(RenderMarkdown, SaysWhatTheTextHolds) {
  EXPECT_FALSE(render("a").has_code_block);
  EXPECT_FALSE(render("a[^1]").has_footnotes);
  EXPECT_TRUE(render("    a").has_code_block);
  EXPECT_TRUE(render("a[^1]\n\n[^1]: b").has_footnotes);
}

TEST(RenderMarkdown, ReportsForeignShortcodesOutsideCode) {
  const Document document = render("{{< a >}}\n\n```\n{{< b >}}\n```\n\n    {{< c >}}\n\n{{ d() }}\n");
  EXPECT_EQ(document.shortcodes,
            (std::vector<ShortcodeUse>{{"a", 1, ShortcodeKind::Hugo}, {"d", 9, ShortcodeKind::Zola}}));
  EXPECT_NE(document.html.find("{{&lt; a &gt;}}"), std::string::npos);
}

TEST(RenderMarkdown, RefusesTextBeyondALimitWithItsPlaceInTheFile) {
  base::Diagnostics diagnostics;
  MarkdownInput input;
  const std::string text = "a\n\n" + std::string(30'000, '>');
  input.text = text;
  input.file = "content/a.md";
  input.first_line = 5;
  EXPECT_EQ(render_markdown(input, diagnostics).html, "");
  ASSERT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.items()[0].file, "content/a.md");
  EXPECT_EQ(diagnostics.items()[0].line, 7U);
  EXPECT_FALSE(diagnostics.items()[0].hint.empty());
}

TEST(RenderMarkdown, RendersTheEmptyText) {
  const Document document = render("");
  EXPECT_EQ(document.html, "");
  EXPECT_TRUE(document.toc.empty());
  EXPECT_FALSE(document.summary_html.has_value());
  EXPECT_EQ(document.first_heading, "");
}

TEST(RenderMarkdown, GivesTheSameBytesOnManyThreads) {
  const std::string text =
      "# A {#x}\n\nb ~~c~~[^n] http://a.b *d*\n\n| ~~e~~ |\n|---|\n| f |\n\n- [x] g\n\n> [!NOTE]\n> h\n\n"
      "```rust,linenos\nfn main() {}\n```\n\n[^n]: i ~~j~~\n";
  const std::string expected = html(text);
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&text, &expected, &count] {
      for (int round = 0; round < 500; ++round) {
        count += html(text) == expected ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

TEST(RenderMarkdownInline, LeavesOutTheParagraph) {
  EXPECT_EQ(render_markdown_inline("a *b* http://c.d", {}),
            "a <em>b</em> <a href=\"http://c.d\">http://c.d</a>");
  EXPECT_EQ(render_markdown_inline("a\n\nb", {}), "<p>a</p>\n<p>b</p>\n");
  EXPECT_EQ(render_markdown_inline("- a", {}), "<ul>\n<li>a</li>\n</ul>\n");
  EXPECT_EQ(render_markdown_inline("", {}), "");
}

TEST(ReadingTime, RoundsUpToMinutes) {
  EXPECT_EQ(reading_time_minutes(0), 0U);
  EXPECT_EQ(reading_time_minutes(1), 1U);
  EXPECT_EQ(reading_time_minutes(200), 1U);
  EXPECT_EQ(reading_time_minutes(201), 2U);
}

TEST(Document, NulIsTheReplacementCharacter) {
  MarkdownInput input;
  const std::string text("a\0b", 3);
  input.text = text;
  base::Diagnostics diagnostics;
  EXPECT_EQ(render_markdown(input, diagnostics).html,
            "<p>a\xef\xbf\xbd"
            "b</p>\n");
}

}  // namespace
}  // namespace loom::markdown
