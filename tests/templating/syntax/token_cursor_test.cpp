#include "templating/syntax/token_cursor.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(TokenCursor, StaysAtTheEndAndSaysWhatItFound) {
  const std::string text = "{{ a }}";
  const Tokens tokens = read_tokens(text);
  TokenCursor cursor(text, tokens.items);
  cursor.next();
  EXPECT_FALSE(cursor.expect(TokenKind::PrintEnd));
  EXPECT_EQ(cursor.errors().front().message, "expected `}}`, found `a`");
  cursor.skip_tag();
  EXPECT_TRUE(cursor.at(TokenKind::EndOfText));
  EXPECT_EQ(cursor.next().kind, TokenKind::EndOfText);
}

}  // namespace

}  // namespace loom::templating
