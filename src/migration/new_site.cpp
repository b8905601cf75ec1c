// Tested by tests/migration/addresses_test.cpp.
#include "migration/new_site.h"

#include <algorithm>

namespace loom::migration {

namespace {

bool is_empty(const base::Data& value) {
  return value.is_null() || (value.as_string() != nullptr && value.as_string()->empty()) ||
         (value.as_array() != nullptr && value.as_array()->empty()) ||
         (value.as_table() != nullptr && value.as_table()->empty());
}

}  // namespace

void NewSite::leave(std::string_view file, std::uint32_t line, std::string message, std::string hint) {
  base::Diagnostic diagnostic;
  diagnostic.severity = base::Severity::Warning;
  diagnostic.file = file;
  diagnostic.line = line;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  leftovers.add(std::move(diagnostic));
}

void set_value(base::Data::Table& table, std::string_view key, base::Data value) {
  if (is_empty(value)) {
    return;
  }
  for (auto& entry : table) {
    if (entry.first == key) {
      entry.second = std::move(value);
      return;
    }
  }
  table.emplace_back(key, std::move(value));
}

const base::Data* find_value(const base::Data::Table& table, std::string_view key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == key; });
  return found == table.end() ? nullptr : &found->second;
}

std::string text_value(const base::Data::Table& table, std::string_view key) {
  const base::Data* value = find_value(table, key);
  return value == nullptr || value->as_string() == nullptr ? "" : *value->as_string();
}

std::vector<std::string> list_value(const base::Data* value) {
  std::vector<std::string> texts;
  if (value == nullptr) {
    return texts;
  }
  const base::Data::Array one = {*value};
  for (const base::Data& item : value->as_array() == nullptr ? one : *value->as_array()) {
    if (const std::string* text = item.as_string()) {
      texts.push_back(*text);
    } else if (const std::int64_t* number = item.as_integer()) {
      texts.push_back(std::to_string(*number));
    }
  }
  return texts;
}

base::Data::Array array_of(const std::vector<std::string>& texts) {
  return base::Data::Array(texts.begin(), texts.end());
}

}  // namespace loom::migration
