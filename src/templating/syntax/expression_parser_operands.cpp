// Tested by tests/templating/syntax/expression_parser_test.cpp.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "templating/limits.h"
#include "templating/syntax/expression_parser.h"

namespace loom::templating {

namespace {

bool is_reserved(std::string_view word) {
  static constexpr std::array<std::string_view, 5> kWords = {"and", "or", "not", "in", "is"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::optional<bool> boolean_of(std::string_view word) {
  if (word == "true" || word == "True") {
    return true;
  }
  if (word == "false" || word == "False") {
    return false;
  }
  return std::nullopt;
}

std::optional<LoopField> loop_field_of(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kNames = {"index", "index0", "first", "last", "length"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) {
    return std::nullopt;
  }
  return static_cast<LoopField>(found - kNames.begin());
}

std::string_view without_quotes(std::string_view text) {
  return text.substr(1, text.size() - 2);
}

}  // namespace

ExpressionId ExpressionParser::parse_operand() {
  ExpressionId id = parse_primary();
  if (id != kNone) {
    id = parse_postfix(id);
  }
  if (id != kNone && cursor_.accept_word("is")) {
    id = parse_test(id);
  }
  return id;
}

ExpressionId ExpressionParser::parse_primary() {
  switch (cursor_.peek().kind) {
    case TokenKind::Identifier:
      return parse_name();
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::String:
    case TokenKind::Minus:
      return parse_constant();
    case TokenKind::ParenthesisOpen:
      return parse_parenthesized();
    case TokenKind::BracketOpen:
      return parse_array();
    default:
      cursor_.fail_expected("a value");
      return kNone;
  }
}

ExpressionId ExpressionParser::parse_parenthesized() {
  cursor_.next();
  const ExpressionId id = parse();
  return id != kNone && cursor_.expect(TokenKind::ParenthesisClose) ? id : kNone;
}

ExpressionId ExpressionParser::parse_array() {
  const Span start = cursor_.next().span;
  std::vector<ExpressionId> items;
  while (!cursor_.at(TokenKind::BracketClose)) {
    items.push_back(parse());
    if (items.back() == kNone) {
      return kNone;
    }
    if (items.size() > kListItemsMax) {
      cursor_.fail(start, "this array has too many elements",
                   "at most " + std::to_string(kListItemsMax) + " are allowed");
      return kNone;
    }
    if (!cursor_.accept(TokenKind::Comma) && !cursor_.at(TokenKind::BracketClose)) {
      cursor_.fail_expected("`,` or `]`");
      return kNone;
    }
  }
  const Span span = join_spans(start, cursor_.next().span);
  return checked_depth(builder_.list(ExpressionKind::Array, items, span));
}

ExpressionId ExpressionParser::parse_constant() {
  const Span start = cursor_.peek().span;
  const std::uint32_t constant = parse_literal();
  if (constant == kNone) {
    return kNone;
  }
  const bool negative = builder_.result().text[start.offset] == '-';
  const Span span = negative ? Span{start.offset, start.length + 1} : start;
  return builder_.expression({.kind = ExpressionKind::Constant, .first = constant, .span = span});
}

std::uint32_t ExpressionParser::parse_literal() {
  const bool negative = cursor_.at(TokenKind::Minus) && (cursor_.peek(1).kind == TokenKind::Integer ||
                                                         cursor_.peek(1).kind == TokenKind::Float);
  if (negative) {
    cursor_.next();
  }
  const Token& token = cursor_.peek();
  const std::string_view text = cursor_.text_of(token);
  if (token.kind == TokenKind::String) {
    cursor_.next();
    return builder_.constant(Value::view(without_quotes(text)));
  }
  if (token.kind == TokenKind::Identifier && boolean_of(text)) {
    cursor_.next();
    return builder_.constant(Value::boolean(*boolean_of(text)));
  }
  if (token.kind != TokenKind::Integer && token.kind != TokenKind::Float) {
    cursor_.fail_expected("a string, a number, `true` or `false`");
    return kNone;
  }
  cursor_.next();
  const std::string digits = (negative ? "-" : "") + std::string(text);
  const char* end = digits.data() + digits.size();
  if (token.kind == TokenKind::Float) {
    double number = 0;
    std::from_chars(digits.data(), end, number);
    return builder_.constant(Value::floating(number));
  }
  std::int64_t number = 0;
  if (std::from_chars(digits.data(), end, number).ec != std::errc()) {
    cursor_.fail(token.span, "this number is too large", "integers have 64 bits");
    return kNone;
  }
  return builder_.constant(Value::integer(number));
}

ExpressionId ExpressionParser::parse_name() {
  const Token& token = cursor_.peek();
  const std::string_view text = cursor_.text_of(token);
  if (is_reserved(text)) {
    cursor_.fail_expected("a value");
    return kNone;
  }
  if (boolean_of(text)) {
    return parse_constant();
  }
  cursor_.next();
  if (cursor_.at(TokenKind::Colon) && cursor_.peek(1).kind == TokenKind::Colon) {
    return parse_macro_call(token);
  }
  if (cursor_.at(TokenKind::ParenthesisOpen)) {
    return parse_function_call(token);
  }
  return builder_.expression(
      {.kind = ExpressionKind::Variable, .first = builder_.name(text), .span = token.span});
}

ExpressionId ExpressionParser::parse_postfix(ExpressionId subject) {
  while (subject != kNone) {
    if (cursor_.accept(TokenKind::Dot)) {
      subject = parse_field(subject);
    } else if (cursor_.accept(TokenKind::BracketOpen)) {
      subject = parse_index(subject);
    } else {
      return subject;
    }
  }
  return kNone;
}

ExpressionId ExpressionParser::parse_field(ExpressionId subject) {
  if (!cursor_.at(TokenKind::Identifier)) {
    cursor_.fail_expected("the name of a field");
    return kNone;
  }
  const Token& token = cursor_.next();
  return make_field(subject, cursor_.text_of(token), token.span);
}

ExpressionId ExpressionParser::make_field(ExpressionId subject, std::string_view name, Span span) {
  const Expression& parent = builder_.at(subject);
  const bool of_loop =
      parent.kind == ExpressionKind::Variable && builder_.result().names[parent.first].text == "loop";
  const Span whole = join_spans(parent.span, span);
  const ExpressionId field = builder_.expression(
      {.kind = ExpressionKind::Field, .first = subject, .second = builder_.name(name), .span = whole});
  const auto loop_field = loop_field_of(name);
  if (!of_loop || !loop_field) {
    return checked_depth(field);
  }
  return builder_.expression({.kind = ExpressionKind::Loop,
                              .first = static_cast<std::uint32_t>(*loop_field),
                              .second = field,
                              .span = whole});
}

ExpressionId ExpressionParser::parse_index(ExpressionId subject) {
  const ExpressionId key = parse();
  if (key == kNone || !cursor_.at(TokenKind::BracketClose)) {
    if (key != kNone) {
      cursor_.fail_expected("`]`");
    }
    return kNone;
  }
  const Span span = join_spans(builder_.at(subject).span, cursor_.next().span);
  return checked_depth(
      builder_.expression({.kind = ExpressionKind::Index, .first = subject, .second = key, .span = span}));
}

}  // namespace loom::templating
