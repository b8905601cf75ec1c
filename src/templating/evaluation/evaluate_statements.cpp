#include <algorithm>

#include "base/escape.h"
#include "base/utf8.h"
#include "templating/evaluation/evaluator.h"
#include "templating/object.h"
#include "templating/value_text.h"

namespace loom::templating {

namespace {

// A page is rarely smaller; the buffer grows from here.
constexpr std::size_t kFirstOutputBytes = 16 << 10;

}  // namespace

Evaluator::Evaluator(const RenderInput& input, base::Diagnostics& diagnostics)
    : input_(input), diagnostics_(diagnostics), scope_(input.context), random_state_(input.random_seed) {}

bool Evaluator::run(const LinkedTemplate& linked, std::string& out) {
  out.reserve(out.size() + kFirstOutputBytes);
  out_ = &out;
  rendered_ = &linked;
  code_ = linked.root;
  escape_ = input_.escape.value_or(linked.escapes);
  return run_body(code_->source->body) != Flow::Failed && check_output();
}

Evaluator::Flow Evaluator::run_body(const Body& body) {
  if (++body_depth_ > kRunningBodiesMax) {
    fail_limit(call_span_, "too many tags, includes and macros are inside one another here",
               "at most " + std::to_string(kRunningBodiesMax) + " levels are allowed");
    --body_depth_;
    return Flow::Failed;
  }
  Flow flow = Flow::Next;
  const Statement* statement = source().statements.data() + body.first;
  const Statement* const end = statement + body.count;
  for (; statement != end && flow == Flow::Next; ++statement) {
    flow = run_statement(*statement);
  }
  --body_depth_;
  return flow;
}

Evaluator::Flow Evaluator::run_statement(const Statement& statement) {
  switch (statement.kind) {
    case StatementKind::Text:
      out_->append(source().text.data() + statement.span.offset, statement.span.length);
      return Flow::Next;
    case StatementKind::Print:
      return print(statement) ? Flow::Next : Flow::Failed;
    case StatementKind::If:
      return run_if(statement);
    case StatementKind::For:
      return run_for(statement);
    case StatementKind::Set:
    case StatementKind::SetGlobal: {
      Value value;
      if (!evaluate_unescaped(statement.expression, value)) {
        return Flow::Failed;
      }
      if (statement.kind == StatementKind::Set) {
        scope_.set(name(statement.name), std::move(value));
      } else {
        scope_.set_global(name(statement.name), std::move(value));
      }
      return Flow::Next;
    }
    case StatementKind::Include:
      return run_include(statement);
    case StatementKind::Block:
      return run_block(statement);
    case StatementKind::FilterSection:
      return run_filter_section(statement);
    case StatementKind::Break:
      return Flow::Break;
    case StatementKind::Continue:
      return Flow::Continue;
    case StatementKind::Super:
      return run_super(statement);
  }
  return Flow::Next;
}

Evaluator::Flow Evaluator::run_if(const Statement& statement) {
  const Statement* branch = &statement;
  while (true) {
    bool holds = false;
    if (!evaluate_truth(branch->expression, holds)) {
      return Flow::Failed;
    }
    if (holds) {
      return run_body(branch->body);
    }
    if (branch->otherwise.count == 0) {
      return Flow::Next;
    }
    // `elif` is an `if` alone in the other branch.
    const Statement& next = source().statements[branch->otherwise.first];
    if (branch->otherwise.count != 1 || next.kind != StatementKind::If) {
      return run_body(branch->otherwise);
    }
    branch = &next;
  }
}

Evaluator::Flow Evaluator::run_for(const Statement& statement) {
  Value items;
  if (!evaluate(statement.expression, items)) {
    return Flow::Failed;
  }
  const Span span = expression(statement.expression).span;
  const bool with_key = statement.key != kNone;
  if (items.is_map()) {
    if (!with_key) {
      fail(span, "a loop over " + describe(items) + " needs two variables",
           "write `{% for key, " + std::string(name(statement.name).text) + " in ... %}`");
      return Flow::Failed;
    }
    return run_map_loop(statement, items);
  }
  if (!items.is_array() && !items.is_string()) {
    fail(span, "a loop needs an array, a map or a string, not " + describe(items));
    return Flow::Failed;
  }
  if (with_key) {
    fail(span, "only a loop over a map has a key: this is " + describe(items),
         "`loop.index` counts the runs of a loop");
    return Flow::Failed;
  }
  return items.is_array() ? run_array_loop(statement, items) : run_text_loop(statement, items);
}

Evaluator::Flow Evaluator::run_array_loop(const Statement& statement, const Value& items) {
  const std::size_t count = items.size();
  if (count == 0) {
    return run_body(statement.otherwise);
  }
  Flow flow = Flow::Next;
  scope_.enter_loop(count);
  for (std::size_t i = 0; i < count && flow == Flow::Next; ++i) {
    scope_.start_run(i);
    scope_.bind(name(statement.name), items.at(i));
    flow = run_loop_body(statement);
  }
  scope_.leave_loop();
  return flow == Flow::Failed ? flow : Flow::Next;
}

Evaluator::Flow Evaluator::run_map_loop(const Statement& statement, const Value& map) {
  const std::vector<std::string_view> keys = map.keys();
  if (keys.empty()) {
    return run_body(statement.otherwise);
  }
  Flow flow = Flow::Next;
  scope_.enter_loop(keys.size());
  for (std::size_t i = 0; i < keys.size() && flow == Flow::Next; ++i) {
    scope_.start_run(i);
    // The key outlives the map only as a copy.
    scope_.bind(name(statement.key), Value::string(std::string(keys[i])));
    scope_.bind(name(statement.name), map.field(keys[i]));
    flow = run_loop_body(statement);
  }
  scope_.leave_loop();
  return flow == Flow::Failed ? flow : Flow::Next;
}

Evaluator::Flow Evaluator::run_text_loop(const Statement& statement, const Value& text) {
  std::string_view rest = text.as_text();
  if (rest.empty()) {
    return run_body(statement.otherwise);
  }
  Flow flow = Flow::Next;
  scope_.enter_loop(base::count_characters(rest));
  for (std::size_t i = 0; !rest.empty() && flow == Flow::Next; ++i) {
    const std::size_t length = std::max<std::size_t>(base::prefix_bytes(rest, 1), 1);
    scope_.start_run(i);
    scope_.bind(name(statement.name), Value::string(std::string(rest.substr(0, length))));
    rest.remove_prefix(length);
    flow = run_loop_body(statement);
  }
  scope_.leave_loop();
  return flow == Flow::Failed ? flow : Flow::Next;
}

Evaluator::Flow Evaluator::run_loop_body(const Statement& statement) {
  if (++loop_runs_ > input_.limits.loop_runs_max) {
    fail_limit(statement.span, "the loops of this page run too often",
               "at most " + std::to_string(input_.limits.loop_runs_max) + " runs are allowed");
    return Flow::Failed;
  }
  if (!check_output()) {
    return Flow::Failed;
  }
  const Flow flow = run_body(statement.body);
  return flow == Flow::Continue ? Flow::Next : flow;
}

bool Evaluator::enter(StepKind kind, Span span, std::string_view step_name) {
  if (kind != StepKind::Block) {
    const auto is_call = [](const Step& step) { return step.kind != StepKind::Block; };
    const auto depth = std::count_if(steps_.begin(), steps_.end(), is_call);
    if (static_cast<std::size_t>(depth) >= input_.limits.call_depth_max) {
      return fail_limit(span, "includes and macros call one another too deeply",
                        "at most " + std::to_string(input_.limits.call_depth_max) +
                            " levels are allowed; does one of them call itself without end?");
    }
  }
  steps_.push_back({kind, code_, span, step_name});
  return true;
}

void Evaluator::leave(const Place& place) {
  steps_.pop_back();
  code_ = place.code;
  rendered_ = place.rendered;
  block_ = place.block;
}

Evaluator::Flow Evaluator::run_include(const Statement& statement) {
  const LinkedTemplate* target = code_->includes[statement.first];
  if (target == nullptr) {
    return Flow::Next;
  }
  const Place before = place();
  if (!check_output() || !enter(StepKind::Include, statement.span, target->source->name)) {
    return Flow::Failed;
  }
  scope_.enter_include();
  rendered_ = target;
  code_ = target->root;
  block_ = {};
  const Flow flow = run_body(code_->source->body);
  scope_.leave_frame();
  leave(before);
  return flow;
}

Evaluator::Flow Evaluator::run_block(const Statement& statement) {
  const Block& block = source().blocks[statement.first];
  const BlockChain* chain = rendered_->find_block(name(block.name));
  return run_block_version({chain, 0}, statement.span);
}

Evaluator::Flow Evaluator::run_block_version(const BlockPlace& target, Span from) {
  const BlockVersion& version = target.chain->versions[target.level];
  const Place before = place();
  if (!enter(StepKind::Block, from, target.chain->name.text)) {
    return Flow::Failed;
  }
  code_ = version.owner;
  block_ = target;
  const Flow flow = run_body(version.block->body);
  leave(before);
  return flow;
}

Evaluator::Flow Evaluator::run_super(const Statement& statement) {
  if (block_.chain == nullptr || block_.level + 1 >= block_.chain->versions.size()) {
    fail(statement.span, "`super()`, but no extended template has this block");
    return Flow::Failed;
  }
  return run_block_version({block_.chain, block_.level + 1}, statement.span);
}

Evaluator::Flow Evaluator::run_filter_section(const Statement& statement) {
  std::string body;
  std::string* const outer = out_;
  out_ = &body;
  const Flow flow = run_body(statement.body);
  out_ = outer;
  if (flow != Flow::Next) {
    return flow;
  }
  Value result;
  if (!apply_filter(source().calls[statement.first], Value::string(std::move(body)), result)) {
    return Flow::Failed;
  }
  append(result, false);
  return Flow::Next;
}

bool Evaluator::print(const Statement& statement) {
  const Expression& printed = expression(statement.expression);
  if (printed.kind == ExpressionKind::MacroCall) {
    return run_macro(printed);
  }
  if (printed.kind == ExpressionKind::Field || printed.kind == ExpressionKind::Loop) {
    // Most of what pages print.
    Value value;
    if (!evaluate_path(statement.expression, value)) {
      return false;
    }
    if (value.is_undefined()) {
      return fail_undefined(statement.expression);
    }
    append(value, escape_ && !value.is_safe());
    return true;
  }
  escapes_elements_ = escape_ && input_of_filters(printed).kind == ExpressionKind::Array;
  Value value;
  if (!evaluate(statement.expression, value)) {
    return false;
  }
  append(value, escape_ && value.is_string() && !value.is_safe() && !is_printed_raw(printed));
  return true;
}

const Expression& Evaluator::input_of_filters(const Expression& printed) const {
  const Expression* at = &printed;
  while (at->kind == ExpressionKind::FilterCall || at->kind == ExpressionKind::Safe ||
         at->kind == ExpressionKind::Default) {
    at = &expression(at->first);
  }
  return *at;
}

/// As in Tera, how a value is written decides, not where it came from: `safe` counts as the last filter only,
/// and a variable never remembers it.
bool Evaluator::is_printed_raw(const Expression& printed) const {
  const Expression* at = &printed;
  if (at->kind == ExpressionKind::Safe) {
    return true;
  }
  while (at->kind == ExpressionKind::Safe || at->kind == ExpressionKind::Default) {
    at = &expression(at->first);
  }
  switch (at->kind) {
    case ExpressionKind::MacroCall:
      return true;
    case ExpressionKind::Variable:
      return name(at->first).text == kContextName;
    case ExpressionKind::FilterCall: {
      const auto* filter = find_filter(source().calls[at->second]);
      return filter != nullptr && filter->signature.output == CallOutput::Markup;
    }
    case ExpressionKind::FunctionCall:
      return is_markup_function(*at);
    case ExpressionKind::Concat:
      return is_concat_printed_raw(*at);
    default:
      return false;
  }
}

bool Evaluator::is_markup_function(const Expression& at) const {
  const auto* function = input_.environment.find_function(name(source().calls[at.second].name).text);
  return function != nullptr && function->signature.output == CallOutput::Markup;
}

/// What `~` joins is printed as it is, unless the last function in it does not give markup.
bool Evaluator::is_concat_printed_raw(const Expression& at) const {
  for (std::uint32_t i = at.count; i > 0; --i) {
    const Expression& operand = expression(source().operands[at.first + i - 1]);
    if (operand.kind == ExpressionKind::FunctionCall) {
      return is_markup_function(operand);
    }
  }
  return true;
}

void Evaluator::append(const Value& value, bool escape) {
  if (value.is_string()) {
    if (escape) {
      base::append_html(*out_, value.as_text());
    } else {
      out_->append(value.as_text());
    }
  } else {
    append_display(*out_, value);
  }
}

bool Evaluator::check_output() {
  if (out_->size() <= input_.limits.output_bytes_max) {
    return true;
  }
  return fail_limit(call_span_, "this page prints too much",
                    "at most " + std::to_string(input_.limits.output_bytes_max) + " bytes are allowed");
}

}  // namespace loom::templating
