// Tested by tests/templating/syntax/expression_parser_test.cpp.
#include <algorithm>
#include <string>

#include "templating/syntax/expression_parser.h"

namespace loom::templating {

namespace {

constexpr std::string_view kNamedArgumentsHint = "arguments are given by name: `name(argument=value)`";

}  // namespace

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
