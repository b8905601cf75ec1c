#include "markdown/highlight/token_tags.h"

#include <gtest/gtest.h>

namespace loom::markdown::highlight {
namespace {

std::string tag(const TokenTags& tags, Token token) {
  return tags[static_cast<std::size_t>(token)];
}

TEST(TokenTags, HaveClassesOfPygmentsOrScopes) {
  EXPECT_EQ(tag(pygments_tags(), Token::Function), "<span class=\"nf\">");
  EXPECT_EQ(tag(scope_tags(), Token::Function), "<span class=\"z-entity z-name z-function\">");
  EXPECT_EQ(tag(scope_tags(), Token::LineComment), "<span class=\"z-comment z-line\">");
  EXPECT_EQ(tag(scope_tags(), Token::Emphasis), "<span class=\"z-markup z-italic\">");
}

TEST(TokenTags, HaveNoneForPlainText) {
  EXPECT_EQ(tag(pygments_tags(), Token::Plain), "");
  EXPECT_EQ(tag(scope_tags(), Token::Plain), "");
  EXPECT_EQ(tag(color_tags(find_palette(""), nullptr), Token::Plain), "");
  EXPECT_EQ(tag(color_tags(find_palette(""), nullptr), Token::Punctuation), "");
}

TEST(TokenTags, HaveTheColoursOfOneOrTwoThemes) {
  const Palette& light = find_palette("github-light");
  const Palette& dark = find_palette("github-dark");
  EXPECT_EQ(tag(color_tags(light, nullptr), Token::DoubleQuoted), "<span style=\"color: #032f62;\">");
  EXPECT_EQ(tag(color_tags(light, &dark), Token::DoubleQuoted),
            "<span style=\"color: light-dark(#032f62, #9ecbff);\">");
  EXPECT_EQ(tag(color_tags(dark, nullptr), Token::DoubleQuoted), "<span style=\"color: #9ecbff;\">");
}

TEST(TokenTags, HaveAStyleSheetThatNamesEachClassGroup) {
  const std::string css = scope_style_sheet(find_palette("dracula"));
  EXPECT_TRUE(css.starts_with(".z-code{color:#f8f8f2;background-color:#282a36}"));
  for (const char* part : {".z-comment", ".z-string{color:#f1fa8c}", ".z-hl", ".giallo-ln{"}) {
    EXPECT_NE(css.find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace loom::markdown::highlight
