// What built-in filters do with their input before they work on it. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templating/environment.h"
#include "templating/value.h"

namespace loom::templating {

/// "it works on EXPECTED, not on integer 3".
CallError wrong_input(std::string_view expected, const Value& input);

std::string date_as_text(const Value& date);

/// A filter on strings and dates: `call` gets the text.
template <typename Call>
Filter text_filter(Call call) {
  return [call](const Value& input, const Arguments& arguments, RenderContext&) -> CallResult {
    if (input.is_string()) {
      return call(input.as_text(), arguments);
    }
    if (input.kind() == ValueKind::Date) {
      return call(std::string_view(date_as_text(input)), arguments);
    }
    return wrong_input("strings", input);
  };
}
/// A filter on arrays.
template <typename Call>
Filter array_filter(Call call) {
  return [call](const Value& input, const Arguments& arguments, RenderContext&) -> CallResult {
    if (!input.is_array()) {
      return wrong_input("arrays", input);
    }
    return call(input, arguments);
  };
}

/// The elements of an array, whoever holds it.
Value::Array items_of(const Value& array);

/// The value at "a.b.0" below `subject`; `subject` itself for "". Undefined when there is none.
Value value_at_path(const Value& subject, std::string_view path);

/// The `\n` and `\t` that strings of the language cannot hold otherwise.
std::string with_escapes(std::string text);

}  // namespace loom::templating
