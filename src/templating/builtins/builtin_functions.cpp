#include <algorithm>
#include <cstdlib>

#include "templating/builtins/builtins.h"
#include "templating/limits.h"

namespace loom::templating {

namespace {

CallResult range(const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  const std::int64_t end = reader.integer("end");
  const std::int64_t start = reader.integer("start", 0);
  const std::int64_t step = reader.integer("step_by", 1);
  if (reader.error()) {
    return *reader.error();
  }
  if (step <= 0) {
    return CallError{"the argument `step_by` must be at least 1"};
  }
  if (start < 0 || end < 0) {
    return CallError{"the arguments `start` and `end` must be at least 0"};
  }
  if (start > end) {
    return CallError{"the argument `start` is greater than `end`"};
  }
  if ((end - start) / step > kRangeItemsMax) {
    return CallError{"it would have too many elements",
                     "at most " + std::to_string(kRangeItemsMax) + " are allowed"};
  }
  Value::Array items;
  // Counted from the distance left, so that nothing overflows at the end of the range.
  for (std::int64_t left = end - start; left > 0; left -= std::min(step, left)) {
    items.push_back(Value::integer(end - left));
  }
  return Value::array(std::move(items));
}

CallResult fail_on_purpose(const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  std::string message = reader.text("message");
  if (reader.error()) {
    return *reader.error();
  }
  return CallError{std::move(message)};
}

CallResult get_random(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::int64_t end = reader.integer("end");
  const std::int64_t start = reader.integer("start", 0);
  if (reader.error()) {
    return *reader.error();
  }
  if (start >= end) {
    return CallError{"the argument `end` must be greater than `start`"};
  }
  const std::uint64_t span = static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(start);
  return Value::integer(
      static_cast<std::int64_t>(static_cast<std::uint64_t>(start) + context.random() % span));
}

CallResult get_env(const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  const std::string name = reader.text("name");
  if (reader.error()) {
    return *reader.error();
  }
  if (const char* value = std::getenv(name.c_str())) {
    return Value::string(value);
  }
  if (const Value* fallback = arguments.find("default")) {
    return *fallback;
  }
  return CallError{"the environment variable `" + name + "` is not set",
                   "add `default=...` when it may be missing"};
}

}  // namespace

void add_builtin_functions(Environment& environment) {
  environment.add_function({.name = "range", .parameters = {"start", "end", "step_by"}}, range);
  environment.add_function({.name = "throw", .parameters = {"message"}}, fail_on_purpose);
  environment.add_function({.name = "get_random", .parameters = {"start", "end"}}, get_random);
  environment.add_function({.name = "get_env", .parameters = {"name", "default"}}, get_env);
}

}  // namespace loom::templating
