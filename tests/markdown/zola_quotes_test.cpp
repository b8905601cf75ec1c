#include "markdown/zola_quotes.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

std::string zola(std::string_view text) {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  options.smart_punctuation = true;
  const std::string page = html(text, options);
  return page.starts_with("<p>") && page.ends_with("</p>\n") ? page.substr(3, page.size() - 8) : page;
}

TEST(ZolaQuotes, StandInPairs) {
  EXPECT_EQ(zola("\"a\" and 'b'"), "\u201Ca\u201D and \u2018b\u2019");
  EXPECT_EQ(zola("\"'a' b\""), "\u201C\u2018a\u2019 b\u201D");
}

TEST(ZolaQuotes, AreApostrophesInsideWords) {
  EXPECT_EQ(zola("don't 'a'"), "don\u2019t \u2018a\u2019");
  EXPECT_EQ(zola("the '90s don't"), "the \u201990s don\u2019t");
}

TEST(ZolaQuotes, OpenWhenNoneIsOpen) {
  EXPECT_EQ(zola("6\" x"), "6\u201C x");
  EXPECT_EQ(zola("a \" b"), "a \u201C b");
}

TEST(ZolaQuotes, GoAcrossMarkupAndLinesButNotBlocks) {
  EXPECT_EQ(zola("\"a *b*\"\n'c `d`'"), "\u201Ca <em>b</em>\u201D\n\u2018c <code>d</code>\u2019");
  EXPECT_EQ(zola("'a\n\nb'"), "\u2019a</p>\n<p>b\u2019");
}

TEST(ZolaQuotes, DoNotOpenBehindABracketWhenSingle) {
  EXPECT_EQ(zola("[x](y)'s 'a'"), "<a href=\"y\">x</a>\u2019s \u2018a\u2019");
}

TEST(ZolaQuotes, LeaveCodeAndEscapesAndTheAuthorsOwn) {
  EXPECT_EQ(zola("`'a'` \\'b\\'"), "<code>'a'</code> 'b'");
  EXPECT_EQ(zola("\u201Ca\u201D"), "\u201Ca\u201D");
}

}  // namespace
}  // namespace loom::markdown
