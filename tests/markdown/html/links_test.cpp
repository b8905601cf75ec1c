#include "markdown/html/links.h"

#include <gtest/gtest.h>

#include "markdown/limits.h"
#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

/// "@/x" leads to "/x/", "broken" nowhere, all else stays.
class TestResolver : public LinkResolver {
 public:
  LinkResolution resolve(std::string_view destination, LinkKind kind) const override {
    if (destination.starts_with("@/")) {
      return RewrittenLink{std::string(destination.substr(1)) + (kind == LinkKind::Image ? ".png" : "/")};
    }
    if (destination == "broken") {
      return BrokenLink{"no such page", "did you mean `brook`?"};
    }
    return KeepLink{};
  }
};

struct Resolved {
  Document document;
  base::Diagnostics diagnostics;
};

Resolved resolve(std::string_view text) {
  const TestResolver resolver;
  Resolved result;
  MarkdownInput input;
  input.text = text;
  input.file = "content/a.md";
  input.first_line = 5;
  input.resolver = &resolver;
  result.document = render_markdown(input, result.diagnostics);
  return result;
}

TEST(Links, LeadWhereTheResolverSays) {
  EXPECT_EQ(resolve("[a](@/b \"c\") ![d](@/e) <http://f.g>").document.html,
            "<p><a href=\"/b/\" title=\"c\">a</a> <img src=\"/e.png\" alt=\"d\" /> "
            "<a href=\"http://f.g\">http://f.g</a></p>\n");
}

TEST(Links, AreListedWithTheirPlaces) {
  const auto links = resolve("\u00e9 [a](@/b)\n![c](d) http://e.f").document.links;
  ASSERT_EQ(links.size(), 3U);
  EXPECT_EQ(links[0].destination, "@/b");
  EXPECT_EQ(links[0].url, "/b/");
  EXPECT_EQ(links[0].line, 5U);
  EXPECT_EQ(links[0].column, 3U);
  EXPECT_TRUE(links[1].is_image);
  EXPECT_EQ(links[1].line, 6U);
  EXPECT_EQ(links[2].url, "http://e.f");
  EXPECT_EQ(links[2].column, 9U);
}

TEST(Links, ThatAreBrokenAreWarningsWhereThatIsWanted) {
  const TestResolver resolver;
  base::Diagnostics diagnostics;
  MarkdownInput input;
  input.text = "[b](broken)\n";
  input.options.broken_links_are_warnings = true;
  input.resolver = &resolver;
  render_markdown(input, diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 0U);
  EXPECT_EQ(diagnostics.warning_count(), 1U);
}

TEST(Links, ThatAreBrokenAreErrorsAtTheirPlace) {
  const auto diagnostics = resolve("a\n\n> - \u00e9 [b](broken) c\n").diagnostics;
  ASSERT_EQ(diagnostics.error_count(), 1U);
  const base::Diagnostic& error = diagnostics.items()[0];
  EXPECT_EQ(error.file, "content/a.md");
  EXPECT_EQ(error.line, 7U);
  EXPECT_EQ(error.column, 7U);
  EXPECT_EQ(error.length, std::string_view("[b](broken)").size());
  EXPECT_EQ(error.message, "no such page");
  EXPECT_EQ(error.hint, "did you mean `brook`?");
  EXPECT_EQ(error.source_line, "> - \u00e9 [b](broken) c");
}

TEST(Links, ThatSpanLinesAreFoundAtTheirFirstLine) {
  const auto diagnostics = resolve("a\nsome words [b\nc](broken)\n").diagnostics;
  ASSERT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.items()[0].line, 6U);
  EXPECT_EQ(diagnostics.items()[0].column, 12U);
}

TEST(Links, ByReferenceAreReportedWhereTheyAreUsed) {
  const auto diagnostics = resolve("a [b][r]\n\n[r]: broken\n").diagnostics;
  ASSERT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.items()[0].line, 5U);
  EXPECT_EQ(diagnostics.items()[0].column, 3U);
}

TEST(Links, OnOneLineAreCountedInCharactersOneByOne) {
  const auto links = resolve("\u00e9[a](b) [\u00e9](c) [d](e)\n[f](g)").document.links;
  ASSERT_EQ(links.size(), 4U);
  EXPECT_EQ(links[0].column, 2U);
  EXPECT_EQ(links[1].column, 9U);
  EXPECT_EQ(links[2].column, 16U);
  EXPECT_EQ(links[3].column, 1U);
}

TEST(Links, MadeOfBareUrlsHaveTheirColumns) {
  const auto links = resolve("\u00e9 http://a.b \u00e9 c@d.e").document.links;
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].column, 3U);
  EXPECT_EQ(links[1].column, 16U);
}

TEST(Links, OnVeryLongLinesAreReportedWithoutTheLine) {
  const auto diagnostics = resolve(std::string(kSourceLineBytesMax, 'x') + " [a](broken)").diagnostics;
  ASSERT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.items()[0].source_line, "");
}

TEST(Links, ToOtherSitesGetTheAttributesAskedFor) {
  MarkdownOptions options;
  options.external_links_target_blank = true;
  options.external_links_no_follow = true;
  options.external_links_no_referrer = true;
  EXPECT_EQ(html("[a](https://b.c) [d](/e)", options),
            "<p><a rel=\"noopener nofollow noreferrer\" target=\"_blank\" href=\"https://b.c\">a</a> "
            "<a href=\"/e\">d</a></p>\n");
}

TEST(Links, ToOtherSitesGetTheClassAndRelationAskedFor) {
  MarkdownOptions options;
  options.external_links_class = "out";
  options.external_links_external = true;
  EXPECT_EQ(html("[a](https://b.c) [d](/e)", options),
            "<p><a class=\"out\" rel=\"external\" href=\"https://b.c\">a</a> <a href=\"/e\">d</a></p>\n");
}

TEST(Links, MadeOfBareUrlsStandOutsideOtherLinksAndCode) {
  EXPECT_EQ(
      html("http://a.b & [http://c.d](e) `http://f.g` <b>www.h.i</b>"),
      "<p><a href=\"http://a.b\">http://a.b</a> &amp; <a href=\"e\">http://c.d</a> <code>http://f.g</code> "
      "<b><a href=\"http://www.h.i\">www.h.i</a></b></p>\n");
}

TEST(Links, MadeOfBareUrlsKeepTheirDashesUnderSmartPunctuation) {
  MarkdownOptions options;
  options.smart_punctuation = true;
  EXPECT_EQ(html("http://a.b/c--d", options), "<p><a href=\"http://a.b/c--d\">http://a.b/c\u2013d</a></p>\n");
}

TEST(Links, AreNotMadeOfBareUrlsWhenTurnedOff) {
  MarkdownOptions options;
  options.autolink = false;
  EXPECT_EQ(html("http://a.b", options), "<p>http://a.b</p>\n");
}

TEST(Images, HaveTheTextBelowThemAsAlternative) {
  EXPECT_EQ(html("![a *b* `c` ![d](e)\nf \"g\"](h)"),
            "<p><img src=\"h\" alt=\"a b c d f &quot;g&quot;\" /></p>\n");
}

TEST(Images, AreLazyWhenAskedFor) {
  MarkdownOptions options;
  options.lazy_async_images = true;
  EXPECT_EQ(html("![a](b)", options),
            "<p><img src=\"b\" alt=\"a\" loading=\"lazy\" decoding=\"async\" /></p>\n");
}

TEST(Emoji, AreCharactersWhenAskedFor) {
  MarkdownOptions options;
  options.render_emoji = true;
  EXPECT_EQ(html(":tada: `:tada:`", options), "<p>\U0001F389 <code>:tada:</code></p>\n");
  EXPECT_EQ(html(":tada:"), "<p>:tada:</p>\n");
}

}  // namespace
}  // namespace loom::markdown
