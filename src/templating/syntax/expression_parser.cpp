#include "templating/syntax/expression_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "templating/limits.h"

namespace loom::templating {

namespace {

constexpr std::string_view kNamedArgumentsHint = "arguments are given by name: `name(argument=value)`";

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

ExpressionId ExpressionParser::parse() {
  if (depth_ >= kExpressionDepthMax) {
    cursor_.fail(
        cursor_.peek().span, "this expression is nested too deeply",
        "split it with `{% set %}`; at most " + std::to_string(kExpressionDepthMax) + " levels are allowed");
    return kNone;
  }
  ++depth_;
  const ExpressionId id = parse_or();
  --depth_;
  return id;
}

ExpressionId ExpressionParser::checked_depth(ExpressionId id) {
  if (id == kNone || builder_.depth(id) <= kExpressionDepthMax) {
    return id;
  }
  cursor_.fail(
      builder_.at(id).span, "this expression has too many parts",
      "split it with `{% set %}`; at most " + std::to_string(kExpressionDepthMax) + " levels are allowed");
  return kNone;
}

ExpressionId ExpressionParser::make_binary(ExpressionKind kind, ExpressionId left, ExpressionId right) {
  const Span span = join_spans(builder_.at(left).span, builder_.at(right).span);
  return checked_depth(builder_.expression({.kind = kind, .first = left, .second = right, .span = span}));
}

ExpressionId ExpressionParser::parse_or() {
  ExpressionId left = parse_and();
  while (left != kNone && cursor_.accept_word("or")) {
    const ExpressionId right = parse_and();
    left = right == kNone ? kNone : make_binary(ExpressionKind::Or, left, right);
  }
  return left;
}

ExpressionId ExpressionParser::parse_and() {
  ExpressionId left = parse_not();
  while (left != kNone && cursor_.accept_word("and")) {
    const ExpressionId right = parse_not();
    left = right == kNone ? kNone : make_binary(ExpressionKind::And, left, right);
  }
  return left;
}

ExpressionId ExpressionParser::parse_not() {
  const Span start = cursor_.peek().span;
  bool negated = false;
  bool any = false;
  while (cursor_.accept_word("not")) {
    negated = !negated;
    any = true;
  }
  ExpressionId id = parse_comparison();
  if (id == kNone || !any) {
    return id;
  }
  const Span span = join_spans(start, builder_.at(id).span);
  id = builder_.expression({.kind = ExpressionKind::Not, .first = id, .span = span});
  if (!negated) {
    id = builder_.expression({.kind = ExpressionKind::Not, .first = id, .span = span});
  }
  return checked_depth(id);
}

ExpressionId ExpressionParser::parse_comparison() {
  const ExpressionId left = parse_value();
  if (left == kNone) {
    return kNone;
  }
  const bool not_in = cursor_.at_word("not") && cursor_.at_word("in", 1);
  if (not_in || cursor_.at_word("in")) {
    cursor_.accept_word("not");
    cursor_.next();
    const ExpressionId right = parse_value();
    if (right == kNone) {
      return kNone;
    }
    const Span span = join_spans(builder_.at(left).span, builder_.at(right).span);
    return checked_depth(builder_.expression(
        {.kind = ExpressionKind::In, .negated = not_in, .first = left, .second = right, .span = span}));
  }
  struct Comparison {
    TokenKind token;
    ExpressionKind kind;
    bool negated;
  };
  static constexpr std::array<Comparison, 6> kComparisons = {{
      {TokenKind::Equal, ExpressionKind::Equal, false},
      {TokenKind::NotEqual, ExpressionKind::Equal, true},
      {TokenKind::Less, ExpressionKind::Less, false},
      {TokenKind::LessEqual, ExpressionKind::LessEqual, false},
      {TokenKind::Greater, ExpressionKind::Greater, false},
      {TokenKind::GreaterEqual, ExpressionKind::GreaterEqual, false},
  }};
  for (const Comparison& comparison : kComparisons) {
    if (cursor_.accept(comparison.token)) {
      const ExpressionId right = parse_value();
      if (right == kNone) {
        return kNone;
      }
      const Span span = join_spans(builder_.at(left).span, builder_.at(right).span);
      return checked_depth(builder_.expression({.kind = comparison.kind,
                                                .negated = comparison.negated,
                                                .first = left,
                                                .second = right,
                                                .span = span}));
    }
  }
  return left;
}

std::optional<ExpressionParser::Operation> ExpressionParser::peek_operation() const {
  const TokenKind kind = cursor_.peek().kind;
  switch (kind) {
    case TokenKind::Tilde:
      return Operation{kind, 1};
    case TokenKind::Plus:
    case TokenKind::Minus:
      return Operation{kind, 2};
    case TokenKind::Star:
    case TokenKind::Slash:
    case TokenKind::Percent:
      return Operation{kind, 3};
    default:
      return std::nullopt;
  }
}

ExpressionId ExpressionParser::parse_value() {
  std::vector<ExpressionId> values = {parse_filtered_run()};
  std::vector<Operation> operations;
  while (values.back() != kNone) {
    const auto operation = peek_operation();
    if (!operation) {
      return combine(values, operations);
    }
    cursor_.next();
    operations.push_back(*operation);
    values.push_back(parse_filtered_run());
  }
  return kNone;
}

ExpressionId ExpressionParser::parse_filtered_run() {
  std::vector<ExpressionId> values = {parse_operand()};
  std::vector<Operation> operations;
  while (values.back() != kNone) {
    const auto operation = peek_operation();
    if (!operation) {
      break;
    }
    cursor_.next();
    operations.push_back(*operation);
    values.push_back(parse_operand());
  }
  ExpressionId id = values.back() == kNone ? kNone : combine(values, operations);
  while (id != kNone && cursor_.accept(TokenKind::Pipe)) {
    const auto call = parse_filter_call();
    id = call ? make_filter(id, *call) : kNone;
  }
  return id;
}

ExpressionId ExpressionParser::combine(const std::vector<ExpressionId>& values,
                                       const std::vector<Operation>& operations) {
  std::vector<ExpressionId> operands = {values.front()};
  std::vector<Operation> waiting;
  const auto reduce = [&] {
    const ExpressionId right = operands.back();
    operands.pop_back();
    const ExpressionId made = right == kNone || operands.back() == kNone
                                  ? kNone
                                  : make_operation(waiting.back(), operands.back(), right);
    operands.back() = made;
    waiting.pop_back();
  };
  for (std::size_t i = 0; i < operations.size(); ++i) {
    while (!waiting.empty() && waiting.back().precedence >= operations[i].precedence) {
      reduce();
    }
    waiting.push_back(operations[i]);
    operands.push_back(values[i + 1]);
  }
  while (!waiting.empty()) {
    reduce();
  }
  return operands.front();
}

ExpressionId ExpressionParser::make_operation(const Operation& operation, ExpressionId left,
                                              ExpressionId right) {
  switch (operation.kind) {
    case TokenKind::Plus:
      return make_binary(ExpressionKind::Add, left, right);
    case TokenKind::Minus:
      return make_binary(ExpressionKind::Subtract, left, right);
    case TokenKind::Star:
      return make_binary(ExpressionKind::Multiply, left, right);
    case TokenKind::Slash:
      return make_binary(ExpressionKind::Divide, left, right);
    case TokenKind::Percent:
      return make_binary(ExpressionKind::Modulo, left, right);
    default:
      break;
  }
  std::vector<ExpressionId> parts;
  const Expression& first = builder_.at(left);
  const Span span = join_spans(first.span, builder_.at(right).span);
  if (first.kind == ExpressionKind::Concat) {
    const auto begin = builder_.result().operands.begin() + first.first;
    parts.assign(begin, begin + first.count);
  } else {
    parts.push_back(left);
  }
  parts.push_back(right);
  if (parts.size() > kConcatPartsMax) {
    cursor_.fail(span, "this concatenation has too many parts", "split it with `{% set %}`");
    return kNone;
  }
  return checked_depth(builder_.list(ExpressionKind::Concat, parts, span));
}

std::optional<CallId> ExpressionParser::parse_filter_call() {
  if (!cursor_.at(TokenKind::Identifier)) {
    cursor_.fail_expected("the name of a filter");
    return std::nullopt;
  }
  const Token& name = cursor_.next();
  ArgumentList arguments;
  if (cursor_.accept(TokenKind::ParenthesisOpen) && !parse_arguments(arguments)) {
    return std::nullopt;
  }
  return builder_.call({.name = builder_.name(cursor_.text_of(name)), .span = name.span}, arguments);
}

ExpressionId ExpressionParser::make_filter(ExpressionId input, CallId call_id) {
  const Template& result = builder_.result();
  const Call& call = result.calls[call_id];
  const std::string_view name = result.names[call.name].text;
  const Span span = join_spans(builder_.at(input).span, call.span);
  if (name == "safe") {
    return checked_depth(builder_.expression({.kind = ExpressionKind::Safe, .first = input, .span = span}));
  }
  if (name != "default") {
    return checked_depth(builder_.expression(
        {.kind = ExpressionKind::FilterCall, .first = input, .second = call_id, .span = span}));
  }
  for (std::uint32_t i = 0; i < call.argument_count; ++i) {
    if (result.argument_names[call.first_argument + i] == "value") {
      const ExpressionId fallback = result.argument_values[call.first_argument + i];
      return checked_depth(builder_.expression(
          {.kind = ExpressionKind::Default, .first = input, .second = fallback, .span = span}));
    }
  }
  cursor_.fail(call.span, "the filter `default` needs the argument `value`", "write `default(value=...)`");
  return kNone;
}

bool ExpressionParser::parse_arguments(ArgumentList& arguments) {
  while (!cursor_.accept(TokenKind::ParenthesisClose)) {
    if (!parse_argument(arguments)) {
      return false;
    }
    if (!cursor_.accept(TokenKind::Comma) && !cursor_.at(TokenKind::ParenthesisClose)) {
      cursor_.fail_expected("`,` or `)`");
      return false;
    }
  }
  return true;
}

bool ExpressionParser::parse_argument(ArgumentList& arguments) {
  if (!cursor_.at(TokenKind::Identifier) || cursor_.peek(1).kind != TokenKind::Assign) {
    cursor_.fail_expected("`argument=value`", kNamedArgumentsHint);
    return false;
  }
  const Token& name = cursor_.next();
  const std::string_view text = cursor_.text_of(name);
  cursor_.next();
  if (std::find(arguments.names.begin(), arguments.names.end(), text) != arguments.names.end()) {
    cursor_.fail(name.span, "the argument `" + std::string(text) + "` is given twice");
    return false;
  }
  const ExpressionId value = parse();
  if (value == kNone) {
    return false;
  }
  arguments.names.push_back(text);
  arguments.values.push_back(value);
  return true;
}

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

ExpressionId ExpressionParser::parse_function_call(const Token& name) {
  const std::string_view text = cursor_.text_of(name);
  if (text == "super") {
    cursor_.fail(name.span, "`super()` must stand alone",
                 "write `{{ super() }}`, without filters or operators");
    return kNone;
  }
  cursor_.next();
  ArgumentList arguments;
  if (!parse_arguments(arguments)) {
    return kNone;
  }
  const CallId call = builder_.call({.name = builder_.name(text), .span = name.span}, arguments);
  return checked_depth(
      builder_.expression({.kind = ExpressionKind::FunctionCall, .second = call, .span = name.span}));
}

ExpressionId ExpressionParser::parse_macro_call(const Token& space) {
  cursor_.next();
  cursor_.next();
  if (!cursor_.at(TokenKind::Identifier)) {
    cursor_.fail_expected("the name of a macro");
    return kNone;
  }
  const Token& name = cursor_.next();
  ArgumentList arguments;
  if (!cursor_.expect(TokenKind::ParenthesisOpen, "a macro is called with parentheses: `space::macro()`") ||
      !parse_arguments(arguments)) {
    return kNone;
  }
  const Span span = join_spans(space.span, name.span);
  const CallId call = builder_.call({.name = builder_.name(cursor_.text_of(name)),
                                     .space = builder_.name(cursor_.text_of(space)),
                                     .span = span},
                                    arguments);
  return checked_depth(
      builder_.expression({.kind = ExpressionKind::MacroCall, .second = call, .span = span}));
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

ExpressionId ExpressionParser::parse_test(ExpressionId subject) {
  const bool negated = cursor_.accept_word("not");
  if (!cursor_.at(TokenKind::Identifier)) {
    cursor_.fail_expected("the name of a test", "tests are `defined`, `containing(...)`, `number`, ...");
    return kNone;
  }
  const Token& name = cursor_.next();
  ArgumentList arguments;
  if (cursor_.accept(TokenKind::ParenthesisOpen)) {
    while (!cursor_.accept(TokenKind::ParenthesisClose)) {
      const ExpressionId value = parse();
      if (value == kNone) {
        return kNone;
      }
      arguments.names.emplace_back();
      arguments.values.push_back(value);
      if (!cursor_.accept(TokenKind::Comma) && !cursor_.at(TokenKind::ParenthesisClose)) {
        cursor_.fail_expected("`,` or `)`");
        return kNone;
      }
    }
  }
  const CallId call =
      builder_.call({.name = builder_.name(cursor_.text_of(name)), .span = name.span}, arguments);
  const Span span = join_spans(builder_.at(subject).span, name.span);
  return checked_depth(builder_.expression({.kind = ExpressionKind::TestCall,
                                            .negated = negated,
                                            .first = subject,
                                            .second = call,
                                            .span = span}));
}

}  // namespace loom::templating
