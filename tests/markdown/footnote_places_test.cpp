#include "markdown/footnote_places.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

std::string in_place(std::string_view text) {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  return html(text, options);
}

std::string definition(std::string_view name, int number, std::string_view text) {
  return "<div class=\"footnote-definition\" id=\"" + std::string(name) +
         "\"><sup class=\"footnote-definition-label\">" + std::to_string(number) + "</sup>\n<p>" +
         std::string(text) + "</p>\n</div>\n";
}

std::string reference(std::string_view name, int number) {
  return "<sup class=\"footnote-reference\"><a href=\"#" + std::string(name) + "\">" +
         std::to_string(number) + "</a></sup>";
}

TEST(FootnotePlaces, KeepDefinitionsWhereTheyAreWritten) {
  EXPECT_EQ(in_place("a[^n]\n\n[^n]: b\n\nc\n"),
            "<p>a" + reference("n", 1) + "</p>\n" + definition("n", 1, "b") + "<p>c</p>\n");
}

TEST(FootnotePlaces, NumberByTheFirstMention) {
  EXPECT_EQ(in_place("[^y]: b\n\na[^x][^y]\n\n[^x]: c\n"), definition("y", 1, "b") + "<p>a" +
                                                               reference("x", 2) + reference("y", 1) +
                                                               "</p>\n" + definition("x", 2, "c"));
}

TEST(FootnotePlaces, KeepWhatIsNeverReferenced) {
  EXPECT_EQ(in_place("a\n\n[^n]: b\n"), "<p>a</p>\n" + definition("n", 1, "b"));
}

TEST(FootnotePlaces, WorkInsideOtherBlocks) {
  EXPECT_EQ(in_place("> a[^n]\n>\n> [^n]: b\n"), "<blockquote>\n<p>a" + reference("n", 1) + "</p>\n" +
                                                     definition("n", 1, "b") + "</blockquote>\n");
}

TEST(FootnotePlaces, TakeTheFirstOfTwoDefinitions) {
  EXPECT_EQ(in_place("a[^n]\n\n[^n]: b\n\n[^n]: c\n"),
            "<p>a" + reference("n", 1) + "</p>\n" + definition("n", 1, "b"));
}

TEST(FootnotePlaces, KeepLabelsAsTheyAre) {
  EXPECT_NE(in_place("a[^Big.L]\n\n[^Big.L]: b\n").find("id=\"Big.L\""), std::string::npos);
}

}  // namespace
}  // namespace loom::markdown
