#include "base/edit_distance.h"
#include "templating/evaluation/evaluator.h"
#include "templating/syntax/template_parser.h"
#include "templating/value_text.h"

namespace loom::templating {

namespace {

// A longer list helps nobody.
constexpr std::size_t kNamesShown = 12;

std::string list_names(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kNamesShown; ++i) {
    text += (i == 0 ? "`" : ", `") + names[i] + "`";
  }
  return names.size() > kNamesShown ? text + ", ..." : text;
}

std::string name_hint(std::string_view missing, const std::vector<std::string>& names,
                      std::string_view what) {
  if (const auto nearest = base::find_nearest_name(missing, names)) {
    return "did you mean `" + *nearest + "`?";
  }
  return names.empty() ? "" : std::string(what) + ": " + list_names(names);
}

}  // namespace

std::string Evaluator::source_place(const LinkedTemplate& at, Span span) const {
  const base::LinePosition position = base::find_line_position(at.source->text, span.offset);
  return at.source->path + ":" + std::to_string(position.line);
}

std::vector<std::string> Evaluator::trail() const {
  // A long chain is a recursion: its ends tell all.
  constexpr std::size_t kEndSteps = 8;
  std::vector<std::string> lines;
  for (std::size_t i = steps_.size(); i > 0; --i) {
    const Step& step = steps_[i - 1];
    if (steps_.size() > 2 * kEndSteps && i > kEndSteps && i <= steps_.size() - kEndSteps) {
      if (i == steps_.size() - kEndSteps) {
        lines.push_back("... " + std::to_string(steps_.size() - 2 * kEndSteps) + " more ...");
      }
      continue;
    }
    const std::string where = source_place(*step.from, step.span);
    const std::string step_name(step.name);
    switch (step.kind) {
      case StepKind::Include:
        lines.push_back("in `" + step_name + "`, included from " + where);
        break;
      case StepKind::Macro:
        lines.push_back("in the macro `" + step_name + "`, called from " + where);
        break;
      case StepKind::Block:
        lines.push_back("in the block `" + step_name + "`, printed by " + where);
        break;
    }
  }
  if (!input_.label.empty()) {
    lines.push_back("while rendering " + std::string(input_.label));
  }
  return lines;
}

bool Evaluator::fail(Span span, std::string message, std::string hint) {
  if (forgiven_depth_ != 0 || failed_) {
    return false;
  }
  return fail_limit(span, std::move(message), std::move(hint));
}

bool Evaluator::fail_limit(Span span, std::string message, std::string hint) {
  if (!failed_) {
    failed_ = true;
    base::Diagnostic diagnostic = make_diagnostic(source(), span, std::move(message), std::move(hint));
    diagnostic.trail = trail();
    diagnostics_.add(std::move(diagnostic));
  }
  return false;
}

bool Evaluator::fail_call(const Call& call, const CallError& error) {
  return fail(call.span, "`" + std::string(name(call.name).text) + "`: " + error.message, error.hint);
}

std::string Evaluator::describe_scope(std::string_view missing) const {
  return name_hint(missing, scope_.names(), "in scope");
}

bool Evaluator::fail_undefined(ExpressionId id) {
  if (forgiven_depth_ != 0) {
    return false;
  }
  const Expression& at = expression(id);
  if (at.kind == ExpressionKind::Loop) {
    return fail(at.span, "`loop` exists inside of `for` only");
  }
  if (at.kind == ExpressionKind::Variable) {
    const std::string_view missing = name(at.first).text;
    return fail(at.span, "there is no variable `" + std::string(missing) + "`", describe_scope(missing));
  }
  Value subject;
  if (!evaluate_path(at.first, subject)) {
    return false;
  }
  if (subject.is_undefined()) {
    return fail_undefined(at.first);
  }
  const std::string owner(source().text_of(expression(at.first).span));
  std::string key;
  if (at.kind == ExpressionKind::Field) {
    key = name(at.second).text;
  } else {
    Value key_value;
    if (!evaluate(at.second, key_value)) {
      return false;
    }
    key = display_text(key_value);
  }
  if (subject.is_array()) {
    return fail(at.span, "`" + owner + "` has no element `" + key + "`: it is " + describe(subject));
  }
  if (!subject.is_map()) {
    return fail(at.span, "`" + owner + "` has no field `" + key + "`: it is " + describe(subject));
  }
  std::vector<std::string> fields;
  for (const std::string_view field : subject.keys()) {
    fields.emplace_back(field);
  }
  return fail(at.span, "`" + owner + "` has no field `" + key + "`", name_hint(key, fields, "it has"));
}

Value Evaluator::find(std::string_view variable) {
  return scope_.find_once(variable);
}

std::uint64_t Evaluator::random() {
  used_random_ = true;
  // SplitMix64: passes BigCrush, and any seed is a good one.
  random_state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t mixed = random_state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
  return mixed ^ (mixed >> 31);
}

void Evaluator::warn(std::string message, std::string hint) {
  base::Diagnostic diagnostic = describe_place();
  diagnostic.severity = base::Severity::Warning;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostics_.add(std::move(diagnostic));
}

base::Diagnostic Evaluator::describe_place() const {
  base::Diagnostic diagnostic = make_diagnostic(source(), call_span_, "", "");
  diagnostic.trail = trail();
  return diagnostic;
}

}  // namespace loom::templating
