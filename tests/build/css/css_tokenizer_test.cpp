#include "build/css/css_tokenizer.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

/// One letter for each kind and the bytes, a bar between.
std::string tokens_of(std::string_view css) {
  std::string shown;
  std::string together;
  for (const CssToken& token : tokenize_css(css)) {
    constexpr std::string_view kLetters = "_CSUWFAM";
    shown += (shown.empty() ? "" : "|") + std::string(1, kLetters[static_cast<std::size_t>(token.kind)]) +
             std::string(token.raw);
    together += token.raw;
  }
  EXPECT_EQ(together, css);
  return shown;
}

TEST(CssTokenizer, CutsWordsMarksAndSpaces) {
  EXPECT_EQ(tokens_of("a.b>#c\t1.5em,-x"), "Wa|M.|Wb|M>|M#|Wc|_\t|W1|M.|W5em|M,|W-x");
  EXPECT_EQ(tokens_of("@media x(y)@ "), "A@media|_ |Fx(|Wy|M)|M@|_ ");
}

TEST(CssTokenizer, TakesStringsAndCommentsWhole) {
  EXPECT_EQ(tokens_of("'a\\'b'\"c\\\\\"/*d*/'e\n'"), "S'a\\'b'|S\"c\\\\\"|C/*d*/|S'e|_\n|S'");
  EXPECT_EQ(tokens_of("/* x"), "C/* x");
}

TEST(CssTokenizer, TakesAnAddressWithoutQuotesWhole) {
  EXPECT_EQ(tokens_of("url( a;b\\) )url( 'c' )URL(d"), "Uurl( a;b\\) )|Furl(|_ |S'c'|_ |M)|UURL(d");
}

TEST(CssTokenizer, AnEscapeBelongsToItsWord) {
  EXPECT_EQ(tokens_of("\\31 a\\,b \\"), "W\\31 a\\,b|_ |M\\");
  EXPECT_EQ(tokens_of("\\1234567"), "W\\1234567");
}

TEST(CssTokenizer, ValuesAreWithoutEscapes) {
  const auto value = [](std::string_view css) { return css_value(tokenize_css(css).at(0)); };
  EXPECT_EQ(value("'a\\'b\\41 c\\\nd'"), "a'bAcd");
  EXPECT_EQ(value("url( a\\)b )"), "a)b");
  EXPECT_EQ(value("'\\0 \\d800 '"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(value("'open"), "open");
  for (const char* text : {"", "a\"b\\c", "two\nlines"}) {
    EXPECT_EQ(value(css_string(text)), text);
  }
}

}  // namespace
}  // namespace loom::build
