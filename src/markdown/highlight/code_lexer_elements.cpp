#include "base/ascii.h"
#include "markdown/highlight/code_lexer.h"

namespace loom::markdown::highlight {
namespace {

bool continues_element_name(char c) {
  return base::is_alnum(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

bool opens_element(char after) {
  return base::is_alpha(after) || after == '/' || after == '>';
}

}  // namespace

bool CodeLexer::push_tag() {
  if (modes_.size() >= kNestingDepthMax) {
    return false;
  }
  const bool closes = cursor_.peek(1) == '/';
  take(Token::Punctuation, closes ? 2 : 1);
  std::size_t length = 0;
  while (continues_element_name(cursor_.peek(length))) {
    ++length;
  }
  take(Token::Tag, length);
  modes_.push_back({.kind = ModeKind::Tag, .closes_element = closes});
  return true;
}

void CodeLexer::step_tag() {
  const char c = cursor_.peek();
  if (take_space() || take_tag_end()) {
    return;
  }
  if (c == '{' && push_code('{')) {
    take(Token::Punctuation, 1);
    return;
  }
  if (c == '"' || c == '\'') {
    take(Token::String, cursor_.distance_to(c, 1) + 1);
    return;
  }
  std::size_t length = 0;
  while (continues_element_name(cursor_.peek(length))) {
    ++length;
  }
  if (length > 0) {
    take(Token::Attribute, length);
  } else {
    take(c == '=' ? Token::Operator : Token::Plain, 1);
  }
}

bool CodeLexer::take_tag_end() {
  if (cursor_.looking_at("/>")) {
    take(Token::Punctuation, 2);
    leave_mode();
    after_operand_ = true;
    return true;
  }
  if (cursor_.peek() != '>') {
    return false;
  }
  take(Token::Punctuation, 1);
  if (!modes_.back().closes_element) {
    modes_.back() = {.kind = ModeKind::Children};
    return true;
  }
  leave_mode();
  if (modes_.back().kind == ModeKind::Children) {
    leave_mode();
  }
  after_operand_ = true;
  return true;
}

void CodeLexer::step_children() {
  std::size_t length = 0;
  while (length < cursor_.remaining() && cursor_.peek(length) != '<' && cursor_.peek(length) != '{') {
    ++length;
  }
  if (length > 0) {
    take(Token::Plain, length);
    return;
  }
  if (cursor_.peek() == '{' && push_code('{')) {
    take(Token::Punctuation, 1);
    return;
  }
  if (cursor_.peek() != '<' || !opens_element(cursor_.peek(1)) || !push_tag()) {
    take(Token::Plain, 1);
  }
}

}  // namespace loom::markdown::highlight
