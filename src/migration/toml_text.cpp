#include "migration/toml_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

#include "base/ascii.h"
#include "base/date_format.h"
#include "base/escape.h"

namespace loom::migration {

namespace {

std::string key_text(std::string_view key) {
  const bool is_bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return base::is_alnum(c) || c == '_' || c == '-';
  });
  return is_bare ? std::string(key) : base::toml_quoted(key);
}

std::string float_text(double value) {
  if (std::isnan(value)) {
    return "nan";
  }
  if (std::isinf(value)) {
    return value < 0 ? "-inf" : "inf";
  }
  std::string text = fmt::format("{}", value);
  if (text.find_first_of(".e") == std::string::npos) {
    text += ".0";
  }
  return text;
}

std::string inline_text(const base::Data& value);

std::string inline_table(const base::Data::Table& table) {
  std::string text;
  for (const auto& [key, value] : table) {
    if (!value.is_null()) {
      text += (text.empty() ? " " : ", ") + key_text(key) + " = " + inline_text(value);
    }
  }
  return text.empty() ? "{}" : "{" + text + " }";
}

std::string array_text(const base::Data::Array& array) {
  const bool holds_tables =
      std::any_of(array.begin(), array.end(), [](const base::Data& item) { return item.as_table(); });
  std::string text;
  for (const base::Data& item : array) {
    if (!item.is_null()) {
      text += (text.empty() ? "" : ",") +
              std::string(holds_tables   ? "\n  "
                          : text.empty() ? ""
                                         : " ") +
              inline_text(item);
    }
  }
  return "[" + text + (holds_tables ? ",\n]" : "]");
}

std::string inline_text(const base::Data& value) {
  if (const auto* boolean = value.as_bool()) {
    return *boolean ? "true" : "false";
  }
  if (const auto* integer = value.as_integer()) {
    return std::to_string(*integer);
  }
  if (const auto* number = value.as_float()) {
    return float_text(*number);
  }
  if (const auto* date = value.as_date()) {
    return date->has_time ? base::format_rfc3339(*date) : base::format_date(*date, "%F").value_or("");
  }
  if (const auto* text = value.as_string()) {
    return base::toml_quoted(*text);
  }
  if (const auto* array = value.as_array()) {
    return array_text(*array);
  }
  return value.as_table() == nullptr ? "\"\"" : inline_table(*value.as_table());
}

void append_table(std::string& out, const base::Data::Table& table, const std::string& prefix) {
  for (const auto& [key, value] : table) {
    if (!value.is_null() && value.as_table() == nullptr) {
      out += key_text(key) + " = " + inline_text(value) + "\n";
    }
  }
  for (const auto& [key, value] : table) {
    if (const base::Data::Table* inner = value.as_table(); inner != nullptr && !inner->empty()) {
      const std::string path = prefix + key_text(key);
      const bool has_values = std::any_of(inner->begin(), inner->end(), [](const auto& entry) {
        return !entry.second.is_null() && entry.second.as_table() == nullptr;
      });
      if (has_values) {
        out += (out.empty() ? "[" : "\n[") + path + "]\n";
      }
      append_table(out, *inner, path + ".");
    }
  }
}

}  // namespace

std::string render_toml(const base::Data::Table& table) {
  std::string out;
  append_table(out, table, "");
  return out;
}

}  // namespace loom::migration
