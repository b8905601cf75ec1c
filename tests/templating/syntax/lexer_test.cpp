#include "templating/syntax/lexer.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Lexer, FindsTagsTextAndNumbersBehindDots) {
  const Tokens tokens = read_tokens("a{{ x.0.1 }}b{# c #}");
  std::vector<TokenKind> kinds;
  for (const Token& token : tokens.items) {
    kinds.push_back(token.kind);
  }
  EXPECT_EQ(kinds, (std::vector<TokenKind>{TokenKind::Text, TokenKind::PrintStart, TokenKind::Identifier,
                                           TokenKind::Dot, TokenKind::Identifier, TokenKind::Dot,
                                           TokenKind::Identifier, TokenKind::PrintEnd, TokenKind::Text,
                                           TokenKind::EndOfText}));
  EXPECT_TRUE(tokens.errors.empty());
}

TEST(Lexer, ReportsWhatIsNotClosed) {
  for (const char* text : {"{{ a", "{% if", "{# a", "{% raw %} a", "{{ 'a }}"}) {
    EXPECT_FALSE(read_tokens(text).errors.empty()) << text;
  }
}

}  // namespace

}  // namespace loom::templating
