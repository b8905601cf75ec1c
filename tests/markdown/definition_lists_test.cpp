#include "markdown/definition_lists.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

std::string with_lists(std::string_view text) {
  MarkdownOptions options;
  options.definition_lists = true;
  return html(text, options);
}

TEST(DefinitionLists, AreTextUnlessAskedFor) {
  EXPECT_EQ(html("term\n: definition\n"), "<p>term\n: definition</p>\n");
}

TEST(DefinitionLists, HaveATitleAndDefinitions) {
  EXPECT_EQ(with_lists("term *a*\n: first\n: second `b`\n"),
            "<dl>\n<dt>term <em>a</em></dt>\n<dd>first</dd>\n<dd>second <code>b</code></dd>\n</dl>\n");
}

TEST(DefinitionLists, HoldSeveralTitles) {
  EXPECT_EQ(with_lists("a\n: b\n\nc\n: d\n"),
            "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n");
}

TEST(DefinitionLists, HaveParagraphsWhenABlankLineStandsBeforeADefinition) {
  EXPECT_EQ(with_lists("a\n\n: b\n"), "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n</dl>\n");
}

TEST(DefinitionLists, HoldWhatIsIndentedAsTheirText) {
  EXPECT_EQ(with_lists("a\n: b\n\n  c\n\n  - d\n\ne\n"),
            "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n<p>c</p>\n<ul>\n<li>d</li>\n</ul>\n</dd>\n</dl>\n<p>e</p>\n");
  EXPECT_EQ(with_lists("a\n:     code\n"),
            "<dl>\n<dt>a</dt>\n<dd>\n<pre><code>code\n</code></pre>\n</dd>\n</dl>\n");
}

TEST(DefinitionLists, EndAtOtherBlocksAndAtASecondParagraph) {
  EXPECT_EQ(with_lists("a\n: b\n\n# c\n"), "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n<h1 id=\"c\">c</h1>\n");
  EXPECT_EQ(with_lists("a\n: b\n\nc\n\nd\n: e\n"),
            "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n<p>c</p>\n<dl>\n<dt>d</dt>\n<dd>e</dd>\n</dl>\n");
}

TEST(DefinitionLists, NeedATitle) {
  EXPECT_EQ(with_lists(": a\n"), "<p>: a</p>\n");
  EXPECT_EQ(with_lists("# a\n: b\n"), "<h1 id=\"a\">a</h1>\n<p>: b</p>\n");
}

TEST(DefinitionLists, StandInQuotesAndItems) {
  EXPECT_EQ(with_lists("> a\n> : b\n"), "<blockquote>\n<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n</blockquote>\n");
  EXPECT_EQ(with_lists("- a\n  : b\n- c\n"),
            "<ul>\n<li>\n<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n</li>\n<li>c</li>\n</ul>\n");
}

TEST(DefinitionLists, LeaveTablesAlone) {
  EXPECT_NE(with_lists("| a |\n| - |\n| : |\n").find("<table>"), std::string::npos);
}

TEST(DefinitionLists, ATabBehindTheMarkIsBlank) {
  for (const char* text : {"a\n:\tbcd\n", "a\n: \tbcd\n", "a\n  :\tbcd\n"}) {
    EXPECT_NE(with_lists(text).find("bcd"), std::string::npos) << text;
  }
}

TEST(DefinitionLists, AreClosedInASummary) {
  MarkdownOptions options;
  options.definition_lists = true;
  EXPECT_EQ(render("a\n: b <!-- more --> c\n", options).summary_html, "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>");
}

}  // namespace
}  // namespace loom::markdown
