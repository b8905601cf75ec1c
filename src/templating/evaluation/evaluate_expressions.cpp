#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/escape.h"
#include "templating/evaluation/evaluator.h"
#include "templating/evaluation/operators.h"
#include "templating/value_text.h"

namespace loom::templating {

bool Evaluator::is_path(ExpressionId id) const {
  switch (expression(id).kind) {
    case ExpressionKind::Variable:
    case ExpressionKind::Field:
    case ExpressionKind::Index:
    case ExpressionKind::Loop:
      return true;
    default:
      return false;
  }
}

bool Evaluator::is_forgiving(ExpressionId id) const {
  while (true) {
    const Expression& at = expression(id);
    if (at.kind != ExpressionKind::FilterCall && at.kind != ExpressionKind::Safe &&
        at.kind != ExpressionKind::Default) {
      return is_path(id);
    }
    id = at.first;
  }
}

bool Evaluator::evaluate(ExpressionId id, Value& out) {
  const Expression& at = expression(id);
  switch (at.kind) {
    case ExpressionKind::Constant:
      out = source().constants[at.first];
      return true;
    case ExpressionKind::Variable:
    case ExpressionKind::Field:
    case ExpressionKind::Index:
    case ExpressionKind::Loop:
      return evaluate_path(id, out) && (!out.is_undefined() || fail_undefined(id));
    case ExpressionKind::Array:
      return evaluate_array(at, out);
    case ExpressionKind::Concat:
      return evaluate_concat(at, out);
    case ExpressionKind::FilterCall:
      return evaluate_filter(at, out);
    case ExpressionKind::Safe:
      return evaluate(at.first, out);
    case ExpressionKind::Default:
      return evaluate_default(at, out);
    case ExpressionKind::FunctionCall:
      return evaluate_function(at, out);
    case ExpressionKind::MacroCall:
      return evaluate_macro(at, out);
    case ExpressionKind::Not:
    case ExpressionKind::And:
    case ExpressionKind::Or:
    case ExpressionKind::TestCall: {
      bool truth = false;
      if (!evaluate_truth(id, truth)) {
        return false;
      }
      out = Value::boolean(truth);
      return true;
    }
    default:
      return evaluate_binary(at, out);
  }
}

bool Evaluator::evaluate_unescaped(ExpressionId id, Value& out) {
  const bool before = std::exchange(escape_, false);
  const bool ok = evaluate(id, out);
  escape_ = before;
  return ok;
}

bool Evaluator::evaluate_truth(ExpressionId id, bool& out) {
  const Expression& at = expression(id);
  switch (at.kind) {
    case ExpressionKind::Not:
    case ExpressionKind::And:
    case ExpressionKind::Or:
      return evaluate_logic(at, out);
    case ExpressionKind::TestCall: {
      Value value;
      if (!evaluate_test(at, value)) {
        return false;
      }
      out = value.is_truthy() != at.negated;
      return true;
    }
    default:
      break;
  }
  Value value;
  if (is_path(id)) {
    ++forgiven_depth_;
    const bool found = evaluate_path(id, value);
    --forgiven_depth_;
    out = found && value.is_truthy();
    return !failed_;
  }
  if (is_forgiving(id)) {
    ++forgiven_depth_;
    const bool found = evaluate(id, value);
    --forgiven_depth_;
    out = found && value.is_truthy();
    return !failed_;
  }
  if (!evaluate(id, value)) {
    return false;
  }
  out = value.is_truthy();
  return true;
}

bool Evaluator::evaluate_logic(const Expression& at, bool& out) {
  if (!evaluate_truth(at.first, out)) {
    return false;
  }
  if (at.kind == ExpressionKind::Not) {
    out = !out;
    return true;
  }
  const bool decided = at.kind == ExpressionKind::Or ? out : !out;
  return decided || evaluate_truth(at.second, out);
}

/// Undefined, not a mistake, when there is no such thing.
bool Evaluator::evaluate_path(ExpressionId id, Value& out) {
  const Expression& at = expression(id);
  switch (at.kind) {
    case ExpressionKind::Variable: {
      const Name& variable = name(at.first);
      const Value* found = scope_.find(variable);
      if (found != nullptr) {
        out = *found;
      } else if (variable.text == kContextName) {
        std::string text;
        append_json(text, scope_.dump(), {.pretty = true, .output_bytes_max = kStringBytesMax});
        out = Value::string(std::move(text));
      } else {
        out = Value();
      }
      return true;
    }
    case ExpressionKind::Field:
      return evaluate_field(at, out);
    case ExpressionKind::Index:
      return evaluate_index(at, out);
    case ExpressionKind::Loop:
      return evaluate_loop_field(at, out);
    default:
      return evaluate(id, out);
  }
}

bool Evaluator::evaluate_field(const Expression& at, Value& out) {
  const Expression& subject_node = expression(at.first);
  const Name& field = name(at.second);
  if (subject_node.kind == ExpressionKind::Variable) {
    // The most frequent case, without a copy of the subject.
    const Value* found = scope_.find(name(subject_node.first));
    if (found != nullptr && found->is_map()) {
      out = found->field(field.text);
      return true;
    }
  }
  Value subject;
  if (!evaluate_path(at.first, subject)) {
    return false;
  }
  if (subject.is_array()) {
    const auto index = base::parse_unsigned(field.text);
    out = index && *index < subject.size() ? subject.at(static_cast<std::size_t>(*index)) : Value();
  } else {
    out = subject.field(field.text);
  }
  return true;
}

bool Evaluator::evaluate_index(const Expression& at, Value& out) {
  Value subject;
  Value key;
  if (!evaluate_path(at.first, subject) || !evaluate(at.second, key)) {
    return false;
  }
  if (key.kind() == ValueKind::Integer) {
    const std::int64_t index = key.as_integer();
    if (subject.is_array()) {
      const bool inside = index >= 0 && static_cast<std::uint64_t>(index) < subject.size();
      out = inside ? subject.at(static_cast<std::size_t>(index)) : Value();
    } else {
      out = subject.field(std::to_string(index));
    }
    return true;
  }
  if (key.is_string() || key.kind() == ValueKind::Date) {
    const std::string text = text_of(key);
    const auto index = subject.is_array() ? base::parse_unsigned(text) : std::nullopt;
    out =
        index && *index < subject.size() ? subject.at(static_cast<std::size_t>(*index)) : subject.field(text);
    return true;
  }
  return fail(expression(at.second).span, "a key must be a string or an integer, not " + describe(key));
}

bool Evaluator::evaluate_loop_field(const Expression& at, Value& out) {
  const LoopState* loop = scope_.loop();
  if (loop == nullptr) {
    return evaluate_path(at.second, out);
  }
  const auto index = static_cast<std::int64_t>(loop->index);
  switch (static_cast<LoopField>(at.first)) {
    case LoopField::Index:
      out = Value::integer(index + 1);
      return true;
    case LoopField::Index0:
      out = Value::integer(index);
      return true;
    case LoopField::First:
      out = Value::boolean(index == 0);
      return true;
    case LoopField::Last:
      out = Value::boolean(loop->index + 1 == loop->count);
      return true;
    case LoopField::Length:
      out = Value::integer(static_cast<std::int64_t>(loop->count));
      return true;
  }
  return true;
}

bool Evaluator::evaluate_array(const Expression& at, Value& out) {
  Value::Array items(at.count);
  std::size_t depth = 0;
  const bool escape = std::exchange(escapes_elements_, false);
  for (std::uint32_t i = 0; i < at.count; ++i) {
    const ExpressionId id = source().operands[at.first + i];
    if (!evaluate(id, items[i])) {
      return false;
    }
    if (escape && items[i].is_string() && !items[i].is_safe() && !is_printed_raw(expression(id))) {
      items[i] = Value::string(base::html_escaped(items[i].as_text()));
    }
    depth = std::max(depth, items[i].depth());
  }
  if (depth >= kValueDepthMax) {
    return fail_limit(at.span, "arrays lie inside one another too deeply",
                      "at most " + std::to_string(kValueDepthMax) + " levels are allowed");
  }
  out = Value::array(std::move(items));
  return true;
}

bool Evaluator::evaluate_concat(const Expression& at, Value& out) {
  std::string text;
  Value part;
  for (std::uint32_t i = 0; i < at.count; ++i) {
    const ExpressionId id = source().operands[at.first + i];
    if (!evaluate(id, part)) {
      return false;
    }
    if (!part.is_string() && !part.is_number() && part.kind() != ValueKind::Date) {
      return fail(expression(id).span, "`~` joins strings and numbers, not " + describe(part));
    }
    // As in Tera, "1.0" of a variable and "1" of a literal.
    if (part.kind() == ValueKind::Float && expression(id).kind != ExpressionKind::Constant) {
      append_json_float(text, part.as_number());
    } else {
      append_display(text, part);
    }
    if (text.size() > kStringBytesMax) {
      return fail_limit(at.span, "this string becomes too long",
                        "at most " + std::to_string(kStringBytesMax >> 20) + " MiB are allowed");
    }
  }
  out = Value::string(std::move(text));
  return true;
}

bool Evaluator::evaluate_binary(const Expression& at, Value& out) {
  Value left;
  Value right;
  if (!evaluate(at.first, left) || !evaluate(at.second, right)) {
    return false;
  }
  const auto take = [&](CallResult result) {
    if (const CallError* error = result.error()) {
      return fail(at.span, error->message, error->hint);
    }
    out = std::move(*result.value());
    return true;
  };
  switch (at.kind) {
    case ExpressionKind::Equal:
      out = Value::boolean(at.negated ? is_unequal(left, right) : is_equal(left, right));
      return true;
    case ExpressionKind::In:
      if (!take(is_in(left, right))) {
        return false;
      }
      out = Value::boolean(out.as_boolean() != at.negated);
      return true;
    case ExpressionKind::Less:
    case ExpressionKind::LessEqual:
    case ExpressionKind::Greater:
    case ExpressionKind::GreaterEqual:
      return take(compare(at.kind, left, right));
    default:
      return take(calculate(at.kind, left, right));
  }
}

bool Evaluator::evaluate_default(const Expression& at, Value& out) {
  ++forgiven_depth_;
  const bool found = is_path(at.first) ? evaluate_path(at.first, out) : evaluate(at.first, out);
  --forgiven_depth_;
  if (failed_) {
    return false;
  }
  if (found && !out.is_undefined() && !out.is_null()) {
    return true;
  }
  // A mistake that is no missing value shows itself again, unforgiven.
  if (!found && !is_forgiving(at.first)) {
    return evaluate(at.first, out);
  }
  return evaluate(at.second, out);
}

}  // namespace loom::templating
