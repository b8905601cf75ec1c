#include "markdown/highlight/numbers.h"

#include <gtest/gtest.h>

namespace loom::markdown::highlight {
namespace {

struct Expectation {
  std::string_view text;
  Token token;
  std::size_t byte_count;
};

TEST(Numbers, FindsEachKindUpToItsEnd) {
  for (const auto& [text, token, byte_count] : {Expectation{"12", Token::Integer, 2},
                                                {"1_000u32;", Token::Integer, 8},
                                                {"12px", Token::Integer, 4},
                                                {"0x1F)", Token::Hexadecimal, 4},
                                                {"0b101", Token::Binary, 5},
                                                {"0o17", Token::Octal, 4},
                                                {"1.5f", Token::Float, 4},
                                                {".5", Token::Float, 2},
                                                {"1e-9", Token::Float, 4},
                                                {"1..2", Token::Integer, 1},
                                                {"1.max", Token::Integer, 1},
                                                {"0x", Token::Integer, 2},
                                                {"a1", Token::Integer, 0},
                                                {".", Token::Integer, 0},
                                                {"", Token::Integer, 0}}) {
    Cursor cursor(text);
    const NumberLiteral found = find_number(cursor, false);
    EXPECT_EQ(found.byte_count, byte_count) << text;
    EXPECT_EQ(found.token, token) << text;
  }
}

TEST(Numbers, TakesQuotesBetweenDigitsOnlyWhereAllowed) {
  Cursor cursor("1'000'");
  EXPECT_EQ(find_number(cursor, true).byte_count, 5U);
  EXPECT_EQ(find_number(cursor, false).byte_count, 1U);
}

}  // namespace
}  // namespace loom::markdown::highlight
