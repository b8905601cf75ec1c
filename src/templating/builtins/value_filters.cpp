#include <algorithm>

#include "base/utf8.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"
#include "templating/limits.h"
#include "templating/value_text.h"

namespace loom::templating {

namespace {

CallResult length(const Value& input, const Arguments&, RenderContext&) {
  if (input.is_array() || input.is_map()) {
    return Value::integer(static_cast<std::int64_t>(input.size()));
  }
  if (input.is_string() || input.kind() == ValueKind::Date) {
    return Value::integer(static_cast<std::int64_t>(base::count_characters(text_of(input))));
  }
  return wrong_input("arrays, maps and strings", input);
}

CallResult reverse(const Value& input, const Arguments&, RenderContext&) {
  if (input.is_array()) {
    Value::Array items = items_of(input);
    std::reverse(items.begin(), items.end());
    return Value::array(std::move(items));
  }
  if (!input.is_string()) {
    return wrong_input("arrays and strings", input);
  }
  std::string result;
  std::string_view text = input.as_text();
  result.resize(text.size());
  std::size_t end = text.size();
  while (!text.empty()) {
    const std::size_t bytes = base::prefix_bytes(text, 1);
    end -= bytes;
    std::copy_n(text.begin(), bytes, result.begin() + static_cast<std::ptrdiff_t>(end));
    text.remove_prefix(bytes);
  }
  return Value::string(std::move(result));
}

CallResult json_encode(const Value& input, const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  const bool pretty = reader.boolean("pretty", false);
  if (reader.error()) {
    return *reader.error();
  }
  std::string text;
  if (!append_json(text, input, {.pretty = pretty, .output_bytes_max = kStringBytesMax})) {
    return CallError{describe(input) + " is too deep or too large for JSON"};
  }
  return Value::string(std::move(text));
}

CallResult as_str(const Value& input, const Arguments&, RenderContext&) {
  return Value::string(display_text(input));
}

CallResult get(const Value& input, const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  const std::string key = reader.text("key");
  if (reader.error()) {
    return *reader.error();
  }
  if (!input.is_map()) {
    return wrong_input("maps", input);
  }
  Value found = input.field(key);
  if (!found.is_undefined()) {
    return found;
  }
  if (const Value* fallback = arguments.find("default")) {
    return *fallback;
  }
  return CallError{describe(input) + " has no key \"" + key + "\"",
                   "add `default=...` when it may be missing"};
}

CallResult safe(const Value& input, const Arguments&, RenderContext&) {
  return input;
}

CallResult default_value(const Value& input, const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  Value fallback = reader.value("value");
  if (reader.error()) {
    return *reader.error();
  }
  return input.is_undefined() || input.is_null() ? fallback : input;
}

}  // namespace

void add_value_filters(Environment& environment) {
  environment.add_filter({.name = "length"}, length);
  environment.add_filter({.name = "reverse"}, reverse);
  environment.add_filter({.name = "json_encode", .parameters = {"pretty"}}, json_encode);
  environment.add_filter({.name = "as_str"}, as_str);
  environment.add_filter({.name = "get", .parameters = {"key", "default"}}, get);
  environment.add_filter({.name = "safe", .output = CallOutput::Markup}, safe);
  environment.add_filter({.name = "default", .parameters = {"value"}}, default_value);
}

}  // namespace loom::templating
