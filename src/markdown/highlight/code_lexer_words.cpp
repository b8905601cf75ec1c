#include <algorithm>

#include "base/ascii.h"
#include "markdown/highlight/code_lexer.h"

namespace loom::markdown::highlight {
namespace {

bool leads_expression(Token token) {
  return token == Token::Keyword || token == Token::KeywordDeclaration || token == Token::KeywordImport ||
         token == Token::WordOperator;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_all_capitals(std::string_view word) {
  return word.size() > 1 && is_capital(word[0]) && std::all_of(word.begin(), word.end(), [](char c) {
           return is_capital(c) || base::is_digit(c) || c == '_';
         });
}

}  // namespace

bool CodeLexer::take_word() {
  const std::size_t length = word_length();
  if (length == 0) {
    return false;
  }
  const Token token = word_token(cursor_.ahead(0, length));
  take(token, length);
  after_operand_ = !leads_expression(token);
  return true;
}

std::size_t CodeLexer::word_length() {
  if (!language_.starts_word(cursor_.peek())) {
    return 0;
  }
  std::size_t length = 1;
  while (length < cursor_.remaining() && language_.continues_word(cursor_.peek(length))) {
    ++length;
  }
  const std::string_view macro_brackets = "([{";
  const bool is_macro = language_.rules.macros_end_in_bang && cursor_.peek(length) == '!' &&
                        macro_brackets.find(cursor_.peek(length + 1)) != std::string_view::npos;
  return is_macro ? length + 1 : length;
}

Token CodeLexer::word_token(std::string_view word) {
  if (language_.rules.key != Token::Plain && is_key(word.size())) {
    return language_.rules.key;
  }
  const bool after_dot = cursor_.previous() == '.' && !language_.rules.keywords_after_dot;
  const WordMeaning* meaning = after_dot ? nullptr : language_.find_word(word);
  if (meaning == nullptr) {
    return name_token(word);
  }
  if (meaning->next != Token::Plain) {
    next_name_ = meaning->next;
  }
  return meaning->token;
}

Token CodeLexer::name_token(std::string_view word) {
  const Language& rules = language_.rules;
  if (next_name_ != Token::Plain) {
    const Token token = next_name_;
    if (token != Token::Namespace) {
      next_name_ = Token::Plain;
    }
    return token;
  }
  if (rules.macros_end_in_bang && word.ends_with('!')) {
    return Token::Function;
  }
  if (rules.line_head != Token::Plain && at_line_head_) {
    return rules.line_head;
  }
  if (rules.list_head != Token::Plain && at_list_head_) {
    return rules.list_head;
  }
  if (rules.call != Token::Plain && is_call(word.size())) {
    return rules.call;
  }
  return shape_token(word);
}

Token CodeLexer::shape_token(std::string_view word) const {
  const Language& rules = language_.rules;
  if (rules.all_capitals != Token::Plain && is_all_capitals(word)) {
    return rules.all_capitals;
  }
  if (is_capital(word.front())) {
    return rules.capitalised;
  }
  return rules.types_end_in_t && word.size() > 2 && word.ends_with("_t") ? Token::KeywordType : Token::Plain;
}

std::size_t CodeLexer::skip_blanks(std::size_t from) {
  while (cursor_.peek(from) == ' ' || cursor_.peek(from) == '\t') {
    ++from;
  }
  return from;
}

bool CodeLexer::is_call(std::size_t after) {
  return cursor_.peek(skip_blanks(after)) == '(';
}

bool CodeLexer::is_key(std::size_t after) {
  const std::string_view marks = language_.rules.key_marks;
  if (marks.find(':') != marks.npos && cursor_.peek(after) == ':') {
    const char following = cursor_.peek(after + 1);
    return following != ':' && !language_.starts_word(following);
  }
  std::size_t mark = skip_blanks(after);
  if (std::string_view(":+?").find(cursor_.peek(mark)) != std::string_view::npos) {
    ++mark;
  }
  if (marks.find('=') == marks.npos || cursor_.peek(mark) != '=') {
    return false;
  }
  const char following = cursor_.peek(mark + 1);
  return following != '=' && following != '>' && following != '~';
}

}  // namespace loom::markdown::highlight
