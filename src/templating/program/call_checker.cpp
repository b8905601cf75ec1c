#include "templating/program/call_checker.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "templating/syntax/template_parser.h"

namespace loom::templating {

std::string CallChecker::nearest_hint(std::string_view name, const std::vector<std::string>& candidates) {
  const auto nearest = base::find_nearest_name(name, candidates);
  return nearest ? "did you mean `" + *nearest + "`?" : "";
}

bool CallChecker::check(const Template& subject) {
  bool ok = true;
  for (const Expression& expression : subject.expressions) {
    ok = check_expression(subject, expression) && ok;
  }
  for (const Statement& statement : subject.statements) {
    if (statement.kind == StatementKind::FilterSection) {
      ok = check_filter(subject, subject.calls[statement.first]) && ok;
    }
  }
  return ok;
}

bool CallChecker::check_expression(const Template& subject, const Expression& expression) {
  switch (expression.kind) {
    case ExpressionKind::FilterCall:
      return check_filter(subject, subject.calls[expression.second]);
    case ExpressionKind::FunctionCall:
      return check_function(subject, subject.calls[expression.second]);
    case ExpressionKind::TestCall:
      return check_test(subject, subject.calls[expression.second]);
    default:
      return true;
  }
}

bool CallChecker::check_filter(const Template& subject, const Call& call) {
  const std::string name(subject.names[call.name].text);
  if (const auto* filter = environment_.find_filter(name)) {
    check_arguments(subject, call, filter->signature);
    return true;
  }
  diagnostics_.add(make_diagnostic(subject, call.span, "there is no filter `" + name + "`",
                                   nearest_hint(name, environment_.filter_names())));
  return false;
}

bool CallChecker::check_function(const Template& subject, const Call& call) {
  const std::string name(subject.names[call.name].text);
  if (const auto* function = environment_.find_function(name)) {
    check_arguments(subject, call, function->signature);
    return true;
  }
  diagnostics_.add(make_diagnostic(subject, call.span, "there is no function `" + name + "`",
                                   nearest_hint(name, environment_.function_names())));
  return false;
}

bool CallChecker::check_test(const Template& subject, const Call& call) {
  const std::string name(subject.names[call.name].text);
  if (environment_.find_test(name) != nullptr) {
    return true;
  }
  diagnostics_.add(make_diagnostic(subject, call.span, "there is no test `" + name + "`",
                                   nearest_hint(name, environment_.test_names())));
  return false;
}

void CallChecker::check_arguments(const Template& subject, const Call& call, const Signature& signature) {
  if (signature.any_arguments) {
    return;
  }
  for (std::uint32_t i = 0; i < call.argument_count; ++i) {
    const std::string_view name = subject.argument_names[call.first_argument + i];
    if (std::find(signature.parameters.begin(), signature.parameters.end(), name) !=
        signature.parameters.end()) {
      continue;
    }
    base::Diagnostic warning =
        make_diagnostic(subject, call.span,
                        "`" + signature.name + "` has no argument `" + std::string(name) + "`; it is ignored",
                        nearest_hint(name, signature.parameters));
    warning.severity = base::Severity::Warning;
    diagnostics_.add(std::move(warning));
  }
}

}  // namespace loom::templating
