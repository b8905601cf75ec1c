#include "markdown/html/blocks.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

TEST(Blocks, ShowTasksAsDisabledBoxesWithANameForScreenReaders) {
  EXPECT_EQ(html("- [ ] a\n- [X] b\n"),
            "<ul>\n<li class=\"task-list-item\">"
            "<input type=\"checkbox\" disabled=\"\" aria-label=\"Not done\" /> a</li>\n"
            "<li class=\"task-list-item\">"
            "<input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\"Done\" /> b</li>\n</ul>\n");
}

TEST(Blocks, KeepTightListsTight) {
  EXPECT_EQ(html("2. a\n3. b\n"), "<ol start=\"2\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
  EXPECT_EQ(html("- a\n\n- b\n"), "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
}

TEST(Blocks, PassRawHtmlThroughAndNoteItsAnchors) {
  const Document document = render("<div id=\"a\">\n<b>c</b>\n</div>\n");
  EXPECT_EQ(document.html, "<div id=\"a\">\n<b>c</b>\n</div>\n");
  EXPECT_EQ(document.anchors, std::vector<std::string>{"a"});
  EXPECT_EQ(document.plain_text, "c ");
}

TEST(Blocks, ShowCodeByItsInfo) {
  EXPECT_EQ(html("```\n<a>\n```\n"), "<pre><code>&lt;a&gt;\n</code></pre>\n");
  EXPECT_NE(html("```nosuch title=b\na\n```").find("<figcaption>b</figcaption>"), std::string::npos);
}

TEST(Blocks, ShowQuotesAndLines) {
  EXPECT_EQ(html("> a\n\n---\n"), "<blockquote>\n<p>a</p>\n</blockquote>\n<hr />\n");
}

MarkdownOptions zola() {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  return options;
}

TEST(Blocks, PutZolasBoxOfATaskIntoItsText) {
  EXPECT_EQ(html("- [x] a\n- [ ] b\n", zola()),
            "<ul>\n<li><input disabled=\"\" type=\"checkbox\" checked=\"\"/>\na</li>\n"
            "<li><input disabled=\"\" type=\"checkbox\"/>\nb</li>\n</ul>\n");
  EXPECT_EQ(html("- [ ] a\n\n- b\n", zola()),
            "<ul>\n<li>\n<p><input disabled=\"\" type=\"checkbox\"/>\na</p>\n</li>\n"
            "<li>\n<p>b</p>\n</li>\n</ul>\n");
}

TEST(Blocks, ReportLanguagesWithoutHighlightingWhenAsked) {
  MarkdownOptions options;
  options.unknown_languages_are_reported = true;
  base::Diagnostics diagnostics;
  MarkdownInput input;
  input.text = "a\n\n```nosuch\n```\n\n```text\n```\n\n```rust\n```\n";
  input.options = options;
  render_markdown(input, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].line, 3u);
  EXPECT_EQ(diagnostics.items()[0].severity, base::Severity::Warning);
}

}  // namespace
}  // namespace loom::markdown
