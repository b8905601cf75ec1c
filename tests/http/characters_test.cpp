#include "http/characters.h"

#include <gtest/gtest.h>

namespace loom::http {
namespace {

TEST(Characters, TokensAreThoseOfTheGrammar) {
  EXPECT_TRUE(is_token("!#$%&'*+-.^_`|~09azAZ"));
  EXPECT_FALSE(is_token(""));
  for (const char c : std::string_view("\"(),/:;<=>?@[\\]{} \t\r\n\x7F\x80")) {
    EXPECT_FALSE(is_token_character(c)) << static_cast<int>(c);
  }
  EXPECT_FALSE(is_token_character('\0'));
}

TEST(Characters, HexValues) {
  EXPECT_EQ(hex_value('0'), 0);
  EXPECT_EQ(hex_value('f'), 15);
  EXPECT_EQ(hex_value('A'), 10);
  EXPECT_EQ(hex_value('g'), -1);
  EXPECT_EQ(hex_value('/'), -1);
}

TEST(Characters, TrimsBlanksOnly) {
  EXPECT_EQ(trim_blanks(" \ta b\t "), "a b");
  EXPECT_EQ(trim_blanks("\va"), "\va");
  EXPECT_EQ(trim_blanks(" \t"), "");
}

TEST(Characters, ComparesWithoutCase) {
  EXPECT_TRUE(equals_lower("ChunKed", "chunked"));
  EXPECT_FALSE(equals_lower("chunke", "chunked"));
  EXPECT_FALSE(equals_lower("chunk\x45\x64x", "chunked"));
}

}  // namespace
}  // namespace loom::http
