#include "markdown/html/footnotes.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Footnotes, StandAtTheEndWithALinkBack) {
  EXPECT_EQ(html("a[^n]\n\n[^n]: b\n\nc\n"),
            "<p>a<sup class=\"footnote-reference\" id=\"fr-n-1\"><a href=\"#fn-n\" "
            "role=\"doc-noteref\">1</a></sup></p>\n"
            "<p>c</p>\n"
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n"
            "<ol class=\"footnotes-list\">\n<li id=\"fn-n\">\n"
            "<p>b <a class=\"footnote-backref\" href=\"#fr-n-1\" role=\"doc-backlink\" "
            "aria-label=\"Back to reference 1\">\u21A9</a></p>\n</li>\n</ol>\n</section>\n");
}

TEST(Footnotes, LinkBackToEachReferenceAlsoToOnesInLaterNotes) {
  const std::string page = html("a[^x] b[^x] c[^y]\n\n[^x]: d\n[^y]: e[^x]\n");
  EXPECT_TRUE(contains(page, "href=\"#fr-x-1\""));
  EXPECT_TRUE(contains(page, "href=\"#fr-x-2\""));
  EXPECT_TRUE(contains(page, "href=\"#fr-x-3\""));
  EXPECT_TRUE(contains(page, "id=\"fr-x-3\""));
  EXPECT_FALSE(contains(page, "fr-x-4"));
}

TEST(Footnotes, AreNumberedByFirstReferenceAndNamedByTheirLabels) {
  const std::string page = html("a[^z] b[^Big.Label]\n\n[^big.label]: c\n[^z]: d\n");
  EXPECT_TRUE(contains(page, "<a href=\"#fn-z\" role=\"doc-noteref\">1</a>"));
  EXPECT_TRUE(contains(page, "<a href=\"#fn-big-label\" role=\"doc-noteref\">2</a>"));
  EXPECT_LT(page.find("<li id=\"fn-z\">"), page.find("<li id=\"fn-big-label\">"));
}

TEST(Footnotes, HaveDifferentIdsForLabelsOfOneSlug) {
  const std::string page = html("a[^x.y] b[^x-y]\n\n[^x.y]: c\n[^x-y]: d\n");
  EXPECT_TRUE(contains(page, "<li id=\"fn-x-y\">"));
  EXPECT_TRUE(contains(page, "<li id=\"fn-x-y-1\">"));
}

TEST(Footnotes, GetAParagraphForTheLinkBackWhenTheyEndInCode) {
  EXPECT_TRUE(
      contains(html("a[^x]\n\n[^x]:\n    b\n\n    - c\n"), "</ul>\n<p><a class=\"footnote-backref\""));
}

TEST(Footnotes, StayTextWithoutADefinition) {
  EXPECT_EQ(html("a[^x]"), "<p>a[^x]</p>\n");
  EXPECT_EQ(html("a\n\n[^x]: b"), "<p>a</p>\n");
}

TEST(Footnotes, AddTheirIdsToTheAnchors) {
  const Document document = render("# fn-x\n\na[^x]\n\n[^x]: b");
  for (const char* id : {"fn-x", "fr-x-1"}) {
    EXPECT_NE(std::find(document.anchors.begin(), document.anchors.end(), id), document.anchors.end()) << id;
  }
}

TEST(WithoutFootnoteReferences, KeepsTheRest) {
  EXPECT_EQ(without_footnote_references("a<sup>2</sup>"), "a<sup>2</sup>");
  EXPECT_EQ(
      without_footnote_references("a<sup class=\"footnote-reference\" id=\"x\"><a>1</a></sup>b<sup>2</sup>"),
      "ab<sup>2</sup>");
  EXPECT_EQ(without_footnote_references("a<sup class=\"footnote-reference\""), "a");
}

TEST(Footnotes, InASecondDefinitionOfOneLabelAreShown) {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  const std::string page = html("/][^0]:\n[^0]:[^1]:", options);
  EXPECT_NE(page.find("footnote-definition"), std::string::npos) << page;
}

TEST(Footnotes, StandAtTheEndInZolasMarkupWhenAsked) {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  options.bottom_footnotes = true;
  EXPECT_EQ(html("a[^N] b[^N]\n\n[^N]: c\n", options),
            "<p>a<sup class=\"footnote-reference\" id=\"fr-N-1\"><a href=\"#fn-N\">1</a></sup> "
            "b<sup class=\"footnote-reference\" id=\"fr-N-2\"><a href=\"#fn-N\">1</a></sup></p>\n"
            "<section class=\"footnotes\">\n<ol class=\"footnotes-list\">\n<li id=\"fn-N\">\n"
            "<p>c <a href=\"#fr-N-1\">\u21A9</a> <a href=\"#fr-N-2\">\u21A92</a></p>\n</li>\n</ol>\n"
            "</section>\n");
}

}  // namespace
}  // namespace loom::markdown
