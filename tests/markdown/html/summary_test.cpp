#include "markdown/html/summary.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

std::string summary(std::string_view text) {
  return render(text).summary_html.value_or("none");
}

TEST(Summary, IsTheHtmlBeforeTheComment) {
  const Document document = render("# A\n\nb\n\n<!-- more -->\n\nc\n");
  EXPECT_EQ(document.summary_html, "<h1 id=\"a\">A</h1>\n<p>b</p>");
  EXPECT_EQ(document.html,
            "<h1 id=\"a\">A</h1>\n<p>b</p>\n<span id=\"continue-reading\"></span>\n<p>c</p>\n");
  EXPECT_EQ(document.anchors.back(), "continue-reading");
}

TEST(Summary, IsNoneWithoutTheComment) {
  EXPECT_EQ(summary("a\n\n<!-- other -->\n\nb"), "none");
  EXPECT_EQ(summary("a `<!-- more -->`"), "none");
}

TEST(Summary, EndsAtTheFirstComment) {
  EXPECT_EQ(summary("a\n\n<!--more-->\n\nb\n\n<!-- more -->\n"), "<p>a</p>");
  EXPECT_EQ(summary("<!-- more -->\n\na"), "");
}

TEST(Summary, ClosesWhatIsOpen) {
  EXPECT_EQ(summary("- a\n- b\n\n  <!-- more -->\n  c\n"),
            "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p></li>\n</ul>");
  EXPECT_EQ(summary("> a **b <!-- more --> c** d"),
            "<blockquote>\n<p>a <strong>b</strong></p>\n</blockquote>");
}

TEST(Summary, DoesNotEndInATableOrHeading) {
  EXPECT_EQ(summary("# a <!-- more --> b"), "none");
  EXPECT_EQ(summary("| a <!-- more --> |\n|---|\n"), "none");
}

TEST(Summary, HasNoFootnoteReferences) {
  EXPECT_EQ(summary("## a[^1]\n\nb[^1] c\n\n<!-- more -->\n\n[^1]: d"), "<h2 id=\"a\">a</h2>\n<p>b c</p>");
}

TEST(Summary, EndsWithinABlockOfHtml) {
  const Document document = render("a\n\n<div>\nb\n<!-- more -->\nc\n</div>\n");
  EXPECT_EQ(document.summary_html, "<p>a</p>\n<div>\nb");
  EXPECT_EQ(document.html, "<p>a</p>\n<div>\nb\n<span id=\"continue-reading\"></span>\nc\n</div>\n");
}

}  // namespace
}  // namespace loom::markdown
