// Fills the pools of a Template under construction and watches the nesting of its expressions. One parse, one
// thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "templating/program/template.h"

namespace loom::templating {

/// Arguments of a call while they are read.
struct ArgumentList {
  std::vector<std::string_view> names;
  std::vector<ExpressionId> values;
};

class TemplateBuilder {
 public:
  /// Requires: `result.text` is complete and is not moved any more.
  explicit TemplateBuilder(Template& result) : result_(result) {}

  Template& result() { return result_; }

  /// Requires: `text` views into the template's text.
  NameId name(std::string_view text);
  std::uint32_t constant(Value value);
  ExpressionId expression(const Expression& node);
  ExpressionId list(ExpressionKind kind, std::span<const ExpressionId> items, Span span);
  CallId call(Call call, const ArgumentList& arguments);
  Body body(std::span<const Statement> statements);

  /// How many expressions lie inside one another from this one down.
  std::uint32_t depth(ExpressionId id) const { return depths_[id]; }
  const Expression& at(ExpressionId id) const { return result_.expressions[id]; }

 private:
  std::uint32_t children_depth(const Expression& node) const;
  std::uint32_t arguments_depth(CallId id) const;

  Template& result_;
  std::unordered_map<std::string_view, NameId> names_;
  std::vector<std::uint32_t> depths_;
};

/// From the start of `a` to the end of `b`.
Span join_spans(Span a, Span b);

}  // namespace loom::templating
