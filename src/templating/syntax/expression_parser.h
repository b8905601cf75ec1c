// Expressions of the language, with the precedences of Tera 1: `or`, `and`, `not`, comparisons and `in`, then
// values. A filter applies to the whole run of `~ + - * / %` before it, up to the filter before: `a + b | f *
// c` is `f(a + b) * c`. One parse, one thread.
#pragma once

#include <optional>
#include <vector>

#include "templating/syntax/template_builder.h"
#include "templating/syntax/token_cursor.h"

namespace loom::templating {

class ExpressionParser {
 public:
  ExpressionParser(TokenCursor& cursor, TemplateBuilder& builder) : cursor_(cursor), builder_(builder) {}

  /// kNone after a mistake, which the cursor then holds.
  ExpressionId parse();
  /// A literal (string, number, boolean) as a constant; kNone after a mistake.
  std::uint32_t parse_literal();
  /// `name` or `name(argument=value, ...)`. Nothing after a mistake.
  std::optional<CallId> parse_filter_call();
  /// Applies `call` to `input`, with the special cases `safe` and `default`. kNone after a mistake.
  ExpressionId make_filter(ExpressionId input, CallId call);

 private:
  struct Operation {
    TokenKind kind;
    int precedence;
  };

  ExpressionId parse_or();
  ExpressionId parse_and();
  ExpressionId parse_not();
  ExpressionId parse_comparison();
  ExpressionId parse_value();
  ExpressionId parse_filtered_run();
  ExpressionId parse_operand();
  ExpressionId parse_primary();
  ExpressionId parse_name();
  ExpressionId parse_parenthesized();
  ExpressionId parse_array();
  ExpressionId parse_constant();
  ExpressionId parse_postfix(ExpressionId subject);
  ExpressionId parse_field(ExpressionId subject);
  ExpressionId parse_index(ExpressionId subject);
  ExpressionId parse_test(ExpressionId subject);
  ExpressionId parse_macro_call(const Token& space);
  ExpressionId parse_function_call(const Token& name);
  bool parse_arguments(ArgumentList& arguments);
  bool parse_argument(ArgumentList& arguments);

  std::optional<Operation> peek_operation() const;
  ExpressionId combine(const std::vector<ExpressionId>& values, const std::vector<Operation>& operations);
  ExpressionId make_binary(ExpressionKind kind, ExpressionId left, ExpressionId right);
  ExpressionId make_operation(const Operation& operation, ExpressionId left, ExpressionId right);
  ExpressionId make_field(ExpressionId subject, std::string_view name, Span span);
  ExpressionId checked_depth(ExpressionId id);

  TokenCursor& cursor_;
  TemplateBuilder& builder_;
  std::size_t depth_ = 0;
};

}  // namespace loom::templating
