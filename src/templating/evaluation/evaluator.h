// Runs a linked template over values and appends what it prints to one growing buffer. One render, one
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "templating/evaluation/scope.h"
#include "templating/program/linked_template.h"
#include "templating/render.h"

namespace loom::templating {

/// The variable that holds all others as JSON.
inline constexpr std::string_view kContextName = "__tera_context";

class Evaluator final : public RenderContext {
 public:
  /// Everything must outlive the evaluator.
  Evaluator(const RenderInput& input, base::Diagnostics& diagnostics);

  /// False after a mistake, which is in the diagnostics; `out` then holds a part of the output.
  bool run(const LinkedTemplate& linked, std::string& out);
  bool used_random() const { return used_random_; }

  Value find(std::string_view name) override;
  HostState* host() const override { return input_.host; }
  std::string_view template_name() const override { return code_->source->name; }
  std::uint64_t random() override;
  void warn(std::string message, std::string hint) override;
  base::Diagnostic describe_place() const override;

 private:
  enum class Flow : std::uint8_t { Next, Break, Continue, Failed };
  enum class StepKind : std::uint8_t { Include, Macro, Block };

  /// How the render came to the code that runs.
  struct Step {
    StepKind kind;
    const LinkedTemplate* from;
    Span span;
    std::string_view name;
  };
  struct BlockPlace {
    const BlockChain* chain = nullptr;
    std::size_t level = 0;
  };
  /// What a change of template must put back.
  struct Place {
    const LinkedTemplate* code;
    const LinkedTemplate* rendered;
    BlockPlace block;
  };

  // Statements (evaluate_statements.cpp).
  Flow run_body(const Body& body);
  Flow run_statement(const Statement& statement);
  Flow run_if(const Statement& statement);
  Flow run_for(const Statement& statement);
  Flow run_array_loop(const Statement& statement, const Value& items);
  Flow run_map_loop(const Statement& statement, const Value& map);
  Flow run_text_loop(const Statement& statement, const Value& text);
  /// Next goes on with the loop; Break ends it.
  Flow run_loop_body(const Statement& statement);
  Flow run_include(const Statement& statement);
  Flow run_block(const Statement& statement);
  Flow run_block_version(const BlockPlace& place, Span from);
  Flow run_super(const Statement& statement);
  Flow run_filter_section(const Statement& statement);
  bool print(const Statement& statement);
  void append(const Value& value, bool escape);
  const Expression& input_of_filters(const Expression& printed) const;
  bool is_printed_raw(const Expression& expression) const;
  bool is_concat_printed_raw(const Expression& at) const;
  bool is_markup_function(const Expression& at) const;

  // Expressions (evaluate_expressions.cpp). Each gives false after a mistake.
  bool evaluate(ExpressionId id, Value& out);
  /// For `set` and arguments: a macro called there does not escape what it prints, as in Tera.
  bool evaluate_unescaped(ExpressionId id, Value& out);
  bool evaluate_truth(ExpressionId id, bool& out);
  bool evaluate_path(ExpressionId id, Value& out);
  bool evaluate_field(const Expression& expression, Value& out);
  bool evaluate_index(const Expression& expression, Value& out);
  bool evaluate_loop_field(const Expression& expression, Value& out);
  bool evaluate_array(const Expression& expression, Value& out);
  bool evaluate_concat(const Expression& expression, Value& out);
  bool evaluate_logic(const Expression& expression, bool& out);
  bool evaluate_binary(const Expression& expression, Value& out);
  bool evaluate_default(const Expression& expression, Value& out);
  bool is_path(ExpressionId id) const;
  /// Whether the value is a variable, filtered or not: mistakes in it mean "false" in a condition.
  bool is_forgiving(ExpressionId id) const;

  // Calls (evaluate_calls.cpp).
  bool evaluate_filter(const Expression& expression, Value& out);
  bool evaluate_function(const Expression& expression, Value& out);
  bool evaluate_test(const Expression& expression, Value& out);
  bool evaluate_macro(const Expression& expression, Value& out);
  bool apply_filter(const Call& call, const Value& input, Value& out);
  /// Null when there is none.
  const Registered<Filter>* find_filter(const Call& call) const;
  bool run_macro(const Expression& expression);
  bool bind_macro_arguments(const Call& call, const MacroTarget& target, std::vector<Binding>& out);
  MacroTarget find_macro_target(CallId id) const;
  /// Evaluates the arguments to the end of `arguments_`.
  bool evaluate_arguments(const Call& call);
  Arguments arguments_of(const Call& call, std::size_t first) const;
  bool take_result(const Call& call, CallResult result, Value& out);

  // Mistakes (evaluation_errors.cpp).
  bool fail(Span span, std::string message, std::string hint = {});
  /// A limit ends the render even where mistakes are forgiven.
  bool fail_limit(Span span, std::string message, std::string hint);
  bool fail_undefined(ExpressionId id);
  bool fail_call(const Call& call, const CallError& error);
  std::vector<std::string> trail() const;
  std::string describe_scope(std::string_view missing) const;
  std::string source_place(const LinkedTemplate& at, Span span) const;

  bool enter(StepKind kind, Span span, std::string_view name);
  void leave(const Place& place);
  Place place() const { return {code_, rendered_, block_}; }
  bool check_output();

  const Template& source() const { return *code_->source; }
  const Expression& expression(ExpressionId id) const { return code_->source->expressions[id]; }
  const Name& name(NameId id) const { return code_->source->names[id]; }

  const RenderInput& input_;
  base::Diagnostics& diagnostics_;
  Scope scope_;
  std::string* out_ = nullptr;
  /// The template whose text is run.
  const LinkedTemplate* code_ = nullptr;
  /// The template whose blocks count: the rendered one or an include.
  const LinkedTemplate* rendered_ = nullptr;
  BlockPlace block_;
  std::vector<Step> steps_;
  std::vector<Value> arguments_;
  Span call_span_;
  std::uint64_t loop_runs_ = 0;
  std::uint64_t random_state_ = 0;
  std::size_t body_depth_ = 0;
  std::size_t forgiven_depth_ = 0;
  bool escape_ = false;
  /// The next array literal is the one that is printed: its elements are escaped one by one, as in Tera.
  bool escapes_elements_ = false;
  bool failed_ = false;
  bool used_random_ = false;
};

}  // namespace loom::templating
