// Tested by tests/templating/syntax/expression_parser_test.cpp.
#include "templating/limits.h"
#include "templating/syntax/expression_parser.h"

namespace loom::templating {

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

}  // namespace loom::templating
