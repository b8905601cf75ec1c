// Plain values as one line of text, for tests of the parsers that make them.
#pragma once

#include <fmt/format.h>
#include <string>

#include "base/data.h"

namespace loom::support {

/// As JSON, in the order of the value.
inline std::string data_text(const base::Data& data) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.size() == 1 ? "" : ", ") + part; };
  if (const auto* array = data.as_array()) {
    text = "[";
    for (const base::Data& item : *array) {
      add(data_text(item));
    }
    return text + "]";
  }
  if (const auto* table = data.as_table()) {
    text = "{";
    for (const auto& [key, item] : *table) {
      add("\"" + key + "\": " + data_text(item));
    }
    return text + "}";
  }
  if (const auto* string = data.as_string()) {
    return "\"" + *string + "\"";
  }
  if (const auto* integer = data.as_integer()) {
    return std::to_string(*integer);
  }
  if (const auto* number = data.as_float()) {
    return fmt::format("{:.6f}", *number);
  }
  const bool* truth = data.as_bool();
  return truth == nullptr ? "null" : *truth ? "true" : "false";
}

}  // namespace loom::support
