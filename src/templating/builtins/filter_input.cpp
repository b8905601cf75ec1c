#include "templating/builtins/filter_input.h"

#include "base/ascii.h"
#include "templating/value_text.h"

namespace loom::templating {

CallError wrong_input(std::string_view expected, const Value& input) {
  return {"it works on " + std::string(expected) + ", not on " + describe(input)};
}

std::string date_as_text(const Value& date) {
  return text_of(date);
}

Value::Array items_of(const Value& array) {
  if (const Value::Array* items = array.as_owned_array()) {
    return *items;
  }
  Value::Array items;
  const std::size_t count = array.size();
  items.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back(array.at(i));
  }
  return items;
}

Value value_at_path(const Value& subject, std::string_view path) {
  Value at = subject;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    const std::string_view key = path.substr(0, dot);
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    if (at.is_array()) {
      const auto index = base::parse_unsigned(key);
      at = index && *index < at.size() ? at.at(static_cast<std::size_t>(*index)) : Value();
    } else {
      at = at.field(key);
    }
  }
  return at;
}

std::string with_escapes(std::string text) {
  std::size_t from = 0;
  while ((from = text.find('\\', from)) != std::string::npos && from + 1 < text.size()) {
    if (text[from + 1] == 'n' || text[from + 1] == 't') {
      text.replace(from, 2, text[from + 1] == 'n' ? "\n" : "\t");
    }
    ++from;
  }
  return text;
}

}  // namespace loom::templating
