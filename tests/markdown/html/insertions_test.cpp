#include "markdown/html/insertions.h"

#include <gtest/gtest.h>

#include "markdown/document.h"

namespace loom::markdown {
namespace {

/// Every "@" of the text is an insertion of `html`.
Document rendered(std::string_view markdown, const std::string& html = "<b>1</b>",
                  MarkdownOptions options = {}) {
  AssembledText text(markdown, 1);
  std::size_t done = 0;
  for (std::size_t at = markdown.find('@'); at != std::string_view::npos; at = markdown.find('@', at + 1)) {
    text.add_source(markdown.substr(done, at - done), done);
    text.add_html(html, at);
    done = at + 1;
  }
  text.add_source(markdown.substr(done), done);
  MarkdownInput input;
  input.text = text.text();
  input.options = options;
  input.lines = text.lines();
  input.insertions = text.insertions();
  base::Diagnostics diagnostics;
  return render_markdown(input, diagnostics);
}

std::string html_of(std::string_view markdown, const std::string& html = "<b>1</b>") {
  return rendered(markdown, html).html;
}

TEST(Insertions, StandInTextAsTheyAre) {
  EXPECT_EQ(html_of("a @ b @."), "<p>a <b>1</b> b <b>1</b>.</p>\n");
  EXPECT_EQ(html_of("**@** *a @*"), "<p><strong><b>1</b></strong> <em>a <b>1</b></em></p>\n");
}

TEST(Insertions, AParagraphThatIsOneInsertionHasNoElement) {
  EXPECT_EQ(html_of("a\n\n@\n\nb\n", "<hr>"), "<p>a</p>\n<hr>\n<p>b</p>\n");
  EXPECT_EQ(html_of("   @  \n", "<hr>"), "<hr>");
  EXPECT_EQ(html_of("@ @", "1"), "<p>1 1</p>\n");
  EXPECT_EQ(html_of("@\n@", "1"), "<p>1\n1</p>\n");
  EXPECT_EQ(html_of("*@*", "1"), "<p><em>1</em></p>\n");
}

TEST(Insertions, StandInListsQuotesAndTables) {
  EXPECT_EQ(html_of("* a\n* @", "1"), "<ul>\n<li>a</li>\n<li>1</li>\n</ul>\n");
  EXPECT_EQ(html_of("> @", "1"), "<blockquote>\n1\n</blockquote>\n");
  EXPECT_EQ(html_of("|a|\n|-|\n|@ x|\n", "1").find("<td>1 x</td>") == std::string::npos, false);
}

TEST(Insertions, InRawHtmlAndAddressesTheyAreWhatIsWritten) {
  EXPECT_EQ(html_of("<div>\n@\n</div>\n", "1"), "<div>\n1\n</div>\n");
  EXPECT_EQ(html_of("a <i title=\"@\">b</i>", "1"), "<p>a <i title=\"1\">b</i></p>\n");
  EXPECT_EQ(html_of("<!-- @ -->\n", "1"), "<!-- 1 -->\n");
  EXPECT_EQ(html_of("[a](@)", "/x?a=1"), "<p><a href=\"/x?a=1\">a</a></p>\n");
  EXPECT_EQ(html_of("[a][r]\n\n[r]: @ \"@\"", "x"), "<p><a href=\"x\" title=\"x\">a</a></p>\n");
}

TEST(Insertions, InCodeAndAlternativeTextTheyAreText) {
  EXPECT_EQ(html_of("`a @`", "<b>"), "<p><code>a &lt;b&gt;</code></p>\n");
  EXPECT_NE(html_of("```\n@\n```\n", "<b>").find(">&lt;b&gt;\n</code>"), std::string::npos);
  EXPECT_EQ(html_of("![@](a.png)", "<b>"), "<p><img src=\"a.png\" alt=\"&lt;b&gt;\" /></p>\n");
}

TEST(Insertions, AreNoPartOfAHeadingsTitle) {
  const Document document = rendered("# A @ b\n\n## @ {#c .d}\n", "<b id=\"n\">X</b>");
  EXPECT_EQ(document.toc.at(0).title, "A  b");
  EXPECT_EQ(document.toc.at(0).id, "a-b");
  EXPECT_EQ(document.toc.at(0).children.at(0).id, "c");
  EXPECT_NE(document.html.find("<h1 id=\"a-b\">A <b id=\"n\">X</b> b</h1>"), std::string::npos);
}

TEST(Insertions, TheirTextAndAnchorsAreTheDocuments) {
  const Document document = rendered("a @\n\n@\n", "<b id=\"x\">bold</b>");
  EXPECT_EQ(document.plain_text, "a bold bold");
  EXPECT_EQ(document.anchors, (std::vector<std::string>{"x", "x"}));
}

TEST(Insertions, EndNoSummary) {
  EXPECT_FALSE(rendered("a\n\n@\n\nb", "<!-- more -->").summary_html);
  EXPECT_EQ(rendered("@\n\n<!-- more -->\n\nb", "<hr>").summary_html, "<hr>");
}

TEST(Insertions, AMarkWithoutHtmlLeavesNothing) {
  MarkdownInput input;
  AssembledText text("", 1);
  text.add_html("x", 0);
  text.add_html("y", 0);
  const std::vector<std::string> only_one = {"x"};
  input.text = text.text();
  input.insertions = only_one;
  base::Diagnostics diagnostics;
  EXPECT_EQ(render_markdown(input, diagnostics).html, "<p>x</p>\n");
}

TEST(Insertions, BrokenLinksAreReportedAtTheFilesLine) {
  class Broken : public LinkResolver {
    LinkResolution resolve(std::string_view, LinkKind) const override { return BrokenLink{"broken", ""}; }
  };
  AssembledText text("a\nX\nX\n[b](c)\nX [d](e)\n", 10);
  text.add_source("a\n", 0);
  text.add_html("1", 2);
  text.add_source("\n[b](c)\n", 5);
  text.add_html("1", 13);
  text.add_source(" [d](e)\n", 14);
  const Broken resolver;
  MarkdownInput input{text.text(), "a.md", 1, {}, &resolver, nullptr, text.lines(), text.insertions()};
  base::Diagnostics diagnostics;
  render_markdown(input, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].line, 13U);
  EXPECT_EQ(diagnostics.items()[0].column, 1U);
  EXPECT_EQ(diagnostics.items()[0].source_line, "[b](c)");
  EXPECT_EQ(diagnostics.items()[1].line, 14U);
  EXPECT_EQ(diagnostics.items()[1].column, 0U) << "not the column of the file";
}

}  // namespace
}  // namespace loom::markdown
