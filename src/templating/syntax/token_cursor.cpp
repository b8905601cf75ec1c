#include "templating/syntax/token_cursor.h"

#include <algorithm>

namespace loom::templating {

const Token& TokenCursor::peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

const Token& TokenCursor::next() {
  const Token& token = peek();
  if (token.kind != TokenKind::EndOfText) {
    ++at_;
  }
  return token;
}

bool TokenCursor::at_word(std::string_view word, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::Identifier && text_of(token) == word;
}

bool TokenCursor::accept(TokenKind kind) {
  if (!at(kind)) {
    return false;
  }
  next();
  return true;
}

bool TokenCursor::accept_word(std::string_view word) {
  if (!at_word(word)) {
    return false;
  }
  next();
  return true;
}

bool TokenCursor::expect(TokenKind kind, std::string_view hint) {
  if (accept(kind)) {
    return true;
  }
  fail_expected(token_name(kind), hint);
  return false;
}

void TokenCursor::fail(Span span, std::string message, std::string hint) {
  errors_.push_back({span, std::move(message), std::move(hint)});
}

void TokenCursor::fail_expected(std::string_view what, std::string_view hint) {
  const Token& token = peek();
  std::string found(token_name(token.kind));
  if (token.kind == TokenKind::Identifier || token.kind == TokenKind::Unknown) {
    found = "`" + std::string(text_of(token)) + "`";
  } else if (token.kind == TokenKind::Integer || token.kind == TokenKind::Float ||
             token.kind == TokenKind::String) {
    found += " " + std::string(text_of(token));
  }
  fail(token.span, "expected " + std::string(what) + ", found " + found, std::string(hint));
}

void TokenCursor::skip_tag() {
  while (!at(TokenKind::EndOfText) && !at(TokenKind::Text) && !at(TokenKind::TagStart) &&
         !at(TokenKind::PrintStart)) {
    const TokenKind kind = next().kind;
    if (kind == TokenKind::TagEnd || kind == TokenKind::PrintEnd) {
      return;
    }
  }
}

}  // namespace loom::templating
