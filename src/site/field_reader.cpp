#include "site/field_reader.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/date_format.h"
#include "base/edit_distance.h"

namespace loom::site {

namespace {

constexpr std::string_view kDateHint = "write it as 2026-11-20 or 2026-11-20T09:30:00Z";

}  // namespace

std::optional<base::DateTime> parse_written_date(std::string_view text, std::chrono::minutes default_offset) {
  text = base::trim(text);
  if (auto date = base::parse_date_time(text, default_offset)) {
    return date;
  }
  if (text.ends_with(" UTC") || text.ends_with(" GMT")) {
    return base::parse_date_time(std::string(base::trim(text.substr(0, text.size() - 4))) + "Z");
  }
  // "... +0200", with or without the blank before the sign.
  const std::size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos || sign < 12 || text.size() - sign != 5) {
    return std::nullopt;
  }
  const std::string_view zone = text.substr(sign);
  return base::parse_date_time(std::string(base::trim(text.substr(0, sign))) +
                               std::string(zone.substr(0, 3)) + ":" + std::string(zone.substr(3)));
}

const base::Data* FieldReader::find(std::string_view key) {
  known_.push_back(key);
  const base::Data* value = table_.find(key);
  return value != nullptr && value->is_null() ? nullptr : value;
}

std::string FieldReader::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

std::optional<std::string> FieldReader::text_of(const base::Data& value) const {
  if (const std::string* text = value.as_string()) {
    return *text;
  }
  if (!context_.lenient_text) {
    return std::nullopt;
  }
  if (const std::int64_t* number = value.as_integer()) {
    return std::to_string(*number);
  }
  if (const bool* flag = value.as_bool()) {
    return *flag ? "true" : "false";
  }
  if (const base::DateTime* date = value.as_date()) {
    return date->has_time ? base::format_rfc3339(*date) : base::format_date(*date, "%F");
  }
  if (const double* number = value.as_float()) {
    std::string text = std::to_string(*number);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text + "0" : text;
  }
  return std::nullopt;
}

void FieldReader::read(std::string_view key, bool& out) {
  if (const base::Data* value = find(key)) {
    if (const bool* flag = value->as_bool()) {
      out = *flag;
    } else {
      wrong_type(key, *value, "`true` or `false`");
    }
  }
}

void FieldReader::read(std::string_view key, std::string& out) {
  std::optional<std::string> text;
  read(key, text);
  if (text) {
    out = *std::move(text);
  }
}

void FieldReader::read(std::string_view key, std::optional<std::string>& out) {
  if (const base::Data* value = find(key)) {
    if (auto text = text_of(*value)) {
      out = std::move(text);
    } else {
      wrong_type(key, *value, "a text in quotes");
    }
  }
}

void FieldReader::read(std::string_view key, std::size_t& out) {
  std::optional<std::size_t> number;
  read(key, number);
  out = number.value_or(out);
}

void FieldReader::read(std::string_view key, std::optional<std::size_t>& out) {
  if (const base::Data* value = find(key)) {
    const std::int64_t* number = value->as_integer();
    if (number != nullptr && *number >= 0) {
      out = static_cast<std::size_t>(*number);
    } else {
      wrong_type(key, *value, "a whole number, 0 or more");
    }
  }
}

void FieldReader::read(std::string_view key, std::optional<std::int64_t>& out) {
  if (const base::Data* value = find(key)) {
    if (const std::int64_t* number = value->as_integer()) {
      out = *number;
    } else {
      wrong_type(key, *value, "a whole number");
    }
  }
}

void FieldReader::read(std::string_view key, std::vector<std::string>& out) {
  const base::Data* value = find(key);
  if (value == nullptr) {
    return;
  }
  std::vector<std::string> texts;
  if (auto single = text_of(*value)) {
    texts.push_back(*std::move(single));
  } else if (const base::Data::Array* array = value->as_array()) {
    for (const base::Data& item : *array) {
      auto text = text_of(item);
      if (!text) {
        wrong_type(key, item, "a list of texts");
        return;
      }
      texts.push_back(*std::move(text));
    }
  } else {
    wrong_type(key, *value, "a list of texts");
    return;
  }
  out = std::move(texts);
}

void FieldReader::read(std::string_view key, std::vector<std::pair<std::string, std::string>>& out) {
  const base::Data* value = find(key);
  if (value == nullptr) {
    return;
  }
  const base::Data::Table* table = value->as_table();
  if (table == nullptr) {
    wrong_type(key, *value, "a table of texts");
    return;
  }
  for (const auto& [name, item] : *table) {
    if (auto text = text_of(item)) {
      out.emplace_back(name, *std::move(text));
    } else {
      wrong_type(std::string(key) + "." + name, item, "a text");
    }
  }
}

void FieldReader::read(std::string_view key, std::optional<base::DateTime>& out) {
  const base::Data* value = find(key);
  if (value == nullptr) {
    return;
  }
  if (const base::DateTime* date = value->as_date()) {
    out = *date;
    return;
  }
  const std::string* text = value->as_string();
  if (text == nullptr) {
    wrong_type(key, *value, "a date");
    return;
  }
  if (base::trim(*text).empty()) {
    return;
  }
  if (const auto date = parse_written_date(*text, context_.input.default_offset)) {
    out = date;
  } else {
    error(key, "`" + *text + "` is no date", std::string(kDateHint));
  }
}

std::optional<FieldReader> FieldReader::read_table(std::string_view key) {
  const base::Data* value = find(key);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (value->as_table() == nullptr) {
    wrong_type(key, *value, "a table");
    return std::nullopt;
  }
  return FieldReader(context_, *value, path_of(key));
}

std::vector<FieldReader> FieldReader::read_tables(std::string_view key) {
  std::vector<FieldReader> readers;
  const base::Data* value = find(key);
  if (value == nullptr) {
    return readers;
  }
  const base::Data::Array* array = value->as_array();
  if (array == nullptr) {
    wrong_type(key, *value, "a list of tables");
    return readers;
  }
  for (std::size_t i = 0; i < array->size(); ++i) {
    const std::string item_key = std::string(key) + "." + std::to_string(i);
    if ((*array)[i].as_table() == nullptr) {
      wrong_type(item_key, (*array)[i], "a table");
    } else {
      readers.emplace_back(context_, (*array)[i], path_of(item_key));
    }
  }
  return readers;
}

base::Data::Table FieldReader::unknown() const {
  base::Data::Table result;
  if (const base::Data::Table* table = table_.as_table()) {
    std::copy_if(table->begin(), table->end(), std::back_inserter(result), [&](const auto& entry) {
      return std::find(known_.begin(), known_.end(), entry.first) == known_.end();
    });
  }
  return result;
}

void FieldReader::warn_unknown() const {
  // In order, so that of two names as near the same one is the hint each time.
  std::vector<std::string> names(known_.begin(), known_.end());
  std::sort(names.begin(), names.end());
  for (const auto& [key, value] : unknown()) {
    const auto nearest = base::find_nearest_name(key, names);
    const std::string where = path_.empty() ? "" : " in [" + path_ + "]";
    report(base::Severity::Warning, path_of(key) + "#key", "unknown key `" + key + "`" + where,
           nearest ? "did you mean `" + *nearest + "`?" : "values of your own belong into [extra]");
  }
}

void FieldReader::wrong_type(std::string_view key, const base::Data& value, std::string_view expected) const {
  error(key, "`" + std::string(key) + "` must be " + std::string(expected) + ", not " +
                 (value.as_integer() != nullptr || value.as_array() != nullptr ? "an " : "a ") +
                 std::string(value.kind_name()));
}

void FieldReader::error(std::string_view key, std::string message, std::string hint) const {
  report(base::Severity::Error, path_of(key), std::move(message), std::move(hint));
}

void FieldReader::warning(std::string_view key, std::string message, std::string hint) const {
  report(base::Severity::Warning, path_of(key), std::move(message), std::move(hint));
}

void FieldReader::report(base::Severity severity, std::string_view path, std::string message,
                         std::string hint) const {
  base::Diagnostic diagnostic =
      make_error_in(context_.input, context_.located.find_place(path), std::move(message));
  diagnostic.severity = severity;
  diagnostic.hint = std::move(hint);
  context_.diagnostics.add(std::move(diagnostic));
}

}  // namespace loom::site
