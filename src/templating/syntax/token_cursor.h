// Walks the tokens of one template and keeps the mistakes found on the way. One parse, one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "templating/syntax/lexer.h"
#include "templating/syntax/token.h"

namespace loom::templating {

using SyntaxError = LexicalError;

class TokenCursor {
 public:
  /// Both must outlive the cursor.
  TokenCursor(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  const Token& peek(std::size_t ahead = 0) const;
  const Token& next();
  std::string_view text_of(const Token& token) const {
    return text_.substr(token.span.offset, token.span.length);
  }

  bool at(TokenKind kind) const { return peek().kind == kind; }
  bool at_word(std::string_view word, std::size_t ahead = 0) const;
  /// Steps over the token when it is the one.
  bool accept(TokenKind kind);
  bool accept_word(std::string_view word);
  /// As accept, with an error when it is another one: "expected `)`, found `]`".
  bool expect(TokenKind kind, std::string_view hint = {});

  void fail(Span span, std::string message, std::string hint = {});
  /// "expected WHAT, found the token at hand".
  void fail_expected(std::string_view what, std::string_view hint = {});
  /// Steps behind the end of the tag at hand, over everything in it.
  void skip_tag();

  std::vector<SyntaxError>& errors() { return errors_; }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  std::vector<SyntaxError> errors_;
};

}  // namespace loom::templating
