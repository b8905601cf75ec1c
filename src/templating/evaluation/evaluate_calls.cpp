#include "templating/collection_memo.h"
#include "templating/evaluation/evaluator.h"
#include "templating/object.h"
#include "templating/value_text.h"

namespace loom::templating {

bool Evaluator::evaluate_arguments(const Call& call) {
  for (std::uint32_t i = 0; i < call.argument_count; ++i) {
    Value value;
    if (!evaluate_unescaped(source().argument_values[call.first_argument + i], value)) {
      return false;
    }
    arguments_.push_back(std::move(value));
  }
  return true;
}

Arguments Evaluator::arguments_of(const Call& call, std::size_t first) const {
  return {std::span(source().argument_names).subspan(call.first_argument, call.argument_count),
          std::span(arguments_).subspan(first, call.argument_count)};
}

bool Evaluator::take_result(const Call& call, CallResult result, Value& out) {
  if (const CallError* error = result.error()) {
    return fail_call(call, *error);
  }
  out = std::move(*result.value());
  if (out.depth() > kValueDepthMax) {
    return fail_limit(call.span, "arrays and maps lie inside one another too deeply",
                      "at most " + std::to_string(kValueDepthMax) + " levels are allowed");
  }
  return true;
}

bool Evaluator::evaluate_filter(const Expression& at, Value& out) {
  Value input;
  return evaluate(at.first, input) && apply_filter(source().calls[at.second], input, out);
}

const Registered<Filter>* Evaluator::find_filter(const Call& call) const {
  return code_->environment == &input_.environment
             ? code_->filters[static_cast<std::size_t>(&call - source().calls.data())]
             : input_.environment.find_filter(name(call.name).text);
}

bool Evaluator::apply_filter(const Call& call, const Value& input, Value& out) {
  const auto* filter = find_filter(call);
  if (filter == nullptr) {
    return fail(call.span, "there is no filter `" + std::string(name(call.name).text) + "`");
  }
  const std::size_t first = arguments_.size();
  bool ok = evaluate_arguments(call);
  if (ok) {
    call_span_ = call.span;
    const Arguments arguments = arguments_of(call, first);
    const bool is_remembered = filter->signature.is_query && input_.memo != nullptr &&
                               input.as_list() != nullptr && input.as_list()->collection_key() != 0;
    ok = take_result(call,
                     is_remembered ? input_.memo->answer({*filter, input, arguments}, *this)
                                   : filter->call(input, arguments, *this),
                     out);
  }
  arguments_.resize(first);
  return ok;
}

bool Evaluator::evaluate_function(const Expression& at, Value& out) {
  const Call& call = source().calls[at.second];
  const auto* function = input_.environment.find_function(name(call.name).text);
  if (function == nullptr) {
    return fail(call.span, "there is no function `" + std::string(name(call.name).text) + "`");
  }
  const std::size_t first = arguments_.size();
  bool ok = evaluate_arguments(call);
  if (ok) {
    call_span_ = call.span;
    ok = take_result(call, function->call(arguments_of(call, first), *this), out);
  }
  arguments_.resize(first);
  return ok;
}

bool Evaluator::evaluate_test(const Expression& at, Value& out) {
  const Call& call = source().calls[at.second];
  const auto* test = input_.environment.find_test(name(call.name).text);
  if (test == nullptr) {
    return fail(call.span, "there is no test `" + std::string(name(call.name).text) + "`");
  }
  Value input;
  ++forgiven_depth_;
  const bool found = is_path(at.first) ? evaluate_path(at.first, input) : evaluate(at.first, input);
  --forgiven_depth_;
  if (failed_) {
    return false;
  }
  const std::size_t first = arguments_.size();
  bool ok = evaluate_arguments(call);
  if (ok) {
    ok = take_result(
        call, test->call(found ? input : Value(), std::span(arguments_).subspan(first, call.argument_count)),
        out);
  }
  arguments_.resize(first);
  return ok;
}

bool Evaluator::evaluate_macro(const Expression& at, Value& out) {
  std::string text;
  std::string* const outer = out_;
  out_ = &text;
  const bool ok = run_macro(at);
  out_ = outer;
  out = Value::string(std::move(text));
  return ok;
}

bool Evaluator::run_macro(const Expression& at) {
  const Call& call = source().calls[at.second];
  MacroTarget target = code_->macros[at.second];
  if (target.macro == nullptr) {
    target = find_macro_target(at.second);
    if (target.macro == nullptr) {
      return fail(call.span, "there is no macro `" + std::string(source().text_of(call.span)) + "` here",
                  "import its file at the top of this one: `{% import \"file.html\" as " +
                      std::string(name(call.space).text) + " %}`");
    }
  }
  std::vector<Binding> bindings;
  if (!bind_macro_arguments(call, target, bindings)) {
    return false;
  }
  const Place before = place();
  if (!check_output() || !enter(StepKind::Macro, call.span, name(call.name).text)) {
    return false;
  }
  scope_.enter_macro(std::move(bindings));
  code_ = target.owner;
  block_ = {};
  const Flow flow = run_body(target.macro->body);
  scope_.leave_frame();
  leave(before);
  return flow != Flow::Failed;
}

bool Evaluator::bind_macro_arguments(const Call& call, const MacroTarget& target, std::vector<Binding>& out) {
  const Template& owner = *target.owner->source;
  out.reserve(target.macro->parameters.size());
  for (const MacroParameter& parameter : target.macro->parameters) {
    const Name& parameter_name = owner.names[parameter.name];
    std::uint32_t given = 0;
    while (given < call.argument_count &&
           source().argument_names[call.first_argument + given] != parameter_name.text) {
      ++given;
    }
    Value value;
    if (given < call.argument_count) {
      if (!evaluate_unescaped(source().argument_values[call.first_argument + given], value)) {
        return false;
      }
    } else if (parameter.fallback != kNone) {
      value = owner.constants[parameter.fallback];
    } else {
      return fail(call.span, "the macro `" + std::string(name(call.name).text) + "` needs the argument `" +
                                 std::string(parameter_name.text) + "`");
    }
    out.push_back({parameter_name, std::move(value)});
  }
  return true;
}

/// As Tera does: an include may use what the templates that led to it import.
MacroTarget Evaluator::find_macro_target(CallId id) const {
  const Call& call = source().calls[id];
  const Name& space = name(call.space);
  const auto search = [&](const LinkedTemplate* at) -> MacroTarget {
    for (; at != nullptr; at = at->parent) {
      for (const ImportedSpace& import : at->imports) {
        if (import.name == space) {
          const Macro* macro = find_macro(*import.file->source, name(call.name).text);
          return {macro == nullptr ? nullptr : import.file, macro};
        }
      }
    }
    return {};
  };
  MacroTarget target = search(rendered_);
  for (auto step = steps_.rbegin(); step != steps_.rend() && target.macro == nullptr; ++step) {
    target = search(step->from);
  }
  return target;
}

}  // namespace loom::templating
