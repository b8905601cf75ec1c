#include "templating/syntax/expression_parser.h"

#include <array>
#include <string>

#include "templating/limits.h"

namespace loom::templating {

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

}  // namespace loom::templating
