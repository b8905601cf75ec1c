#include "templating/syntax/template_builder.h"

#include <algorithm>

namespace loom::templating {

NameId TemplateBuilder::name(std::string_view text) {
  const auto [found, added] = names_.try_emplace(text, static_cast<NameId>(result_.names.size()));
  if (added) {
    result_.names.push_back(make_name(text));
  }
  return found->second;
}

std::uint32_t TemplateBuilder::constant(Value value) {
  result_.constants.push_back(std::move(value));
  return static_cast<std::uint32_t>(result_.constants.size() - 1);
}

ExpressionId TemplateBuilder::expression(const Expression& node) {
  depths_.push_back(children_depth(node) + 1);
  result_.expressions.push_back(node);
  return static_cast<ExpressionId>(result_.expressions.size() - 1);
}

ExpressionId TemplateBuilder::list(ExpressionKind kind, std::span<const ExpressionId> items, Span span) {
  const auto first = static_cast<std::uint32_t>(result_.operands.size());
  result_.operands.insert(result_.operands.end(), items.begin(), items.end());
  return expression(
      {.kind = kind, .count = static_cast<std::uint16_t>(items.size()), .first = first, .span = span});
}

CallId TemplateBuilder::call(Call call, const ArgumentList& arguments) {
  call.first_argument = static_cast<std::uint32_t>(result_.argument_names.size());
  call.argument_count = static_cast<std::uint32_t>(arguments.names.size());
  result_.argument_names.insert(result_.argument_names.end(), arguments.names.begin(), arguments.names.end());
  result_.argument_values.insert(result_.argument_values.end(), arguments.values.begin(),
                                 arguments.values.end());
  result_.calls.push_back(call);
  return static_cast<CallId>(result_.calls.size() - 1);
}

Body TemplateBuilder::body(std::span<const Statement> statements) {
  const Body body{.first = static_cast<std::uint32_t>(result_.statements.size()),
                  .count = static_cast<std::uint32_t>(statements.size())};
  result_.statements.insert(result_.statements.end(), statements.begin(), statements.end());
  return body;
}

std::uint32_t TemplateBuilder::arguments_depth(CallId id) const {
  const Call& call = result_.calls[id];
  std::uint32_t deepest = 0;
  for (std::uint32_t i = 0; i < call.argument_count; ++i) {
    deepest = std::max(deepest, depths_[result_.argument_values[call.first_argument + i]]);
  }
  return deepest;
}

std::uint32_t TemplateBuilder::children_depth(const Expression& node) const {
  switch (node.kind) {
    case ExpressionKind::Constant:
    case ExpressionKind::Variable:
      return 0;
    case ExpressionKind::Field:
    case ExpressionKind::Not:
    case ExpressionKind::Safe:
      return depths_[node.first];
    case ExpressionKind::Loop:
      return depths_[node.second];
    case ExpressionKind::Array:
    case ExpressionKind::Concat: {
      std::uint32_t deepest = 0;
      for (std::uint32_t i = 0; i < node.count; ++i) {
        deepest = std::max(deepest, depths_[result_.operands[node.first + i]]);
      }
      return deepest;
    }
    case ExpressionKind::FilterCall:
    case ExpressionKind::TestCall:
      return std::max(depths_[node.first], arguments_depth(node.second));
    case ExpressionKind::FunctionCall:
    case ExpressionKind::MacroCall:
      return arguments_depth(node.second);
    default:
      return std::max(depths_[node.first], depths_[node.second]);
  }
}

Span join_spans(Span a, Span b) {
  const std::uint32_t start = std::min(a.offset, b.offset);
  const std::uint32_t end = std::max(a.offset + a.length, b.offset + b.length);
  return {start, end - start};
}

}  // namespace loom::templating
