// A tree of plain values as TOML, YAML and JSON files hold them: front matter, configuration, data files.
// Immutable once built; copies of arrays and tables share nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date_time.h"

namespace loom::base {

class Data {
 public:
  using Array = std::vector<Data>;
  /// In the order of the file; keys are unique.
  using Table = std::vector<std::pair<std::string, Data>>;

  Data() = default;
  Data(bool value) : value_(value) {}
  Data(std::int64_t value) : value_(value) {}
  Data(int value) : value_(static_cast<std::int64_t>(value)) {}
  Data(double value) : value_(value) {}
  Data(std::string value) : value_(std::move(value)) {}
  Data(const char* value) : value_(std::string(value)) {}
  Data(DateTime value) : value_(value) {}
  Data(Array value) : value_(std::move(value)) {}
  Data(Table value) : value_(std::move(value)) {}

  bool is_null() const { return value_.index() == 0; }
  const bool* as_bool() const { return std::get_if<bool>(&value_); }
  const std::int64_t* as_integer() const { return std::get_if<std::int64_t>(&value_); }
  const double* as_float() const { return std::get_if<double>(&value_); }
  const std::string* as_string() const { return std::get_if<std::string>(&value_); }
  const DateTime* as_date() const { return std::get_if<DateTime>(&value_); }
  const Array* as_array() const { return std::get_if<Array>(&value_); }
  Array* as_array() { return std::get_if<Array>(&value_); }
  const Table* as_table() const { return std::get_if<Table>(&value_); }
  Table* as_table() { return std::get_if<Table>(&value_); }

  /// Null when this is no table or has no such key. Valid while this value lives unchanged.
  const Data* find(std::string_view key) const;
  /// Adds or replaces. Requires: this is a table or null (which becomes a table).
  void set(std::string_view key, Data value);

  /// "string", "integer", "float", "boolean", "date", "array", "table" or "nothing", for messages.
  std::string_view kind_name() const;

  friend bool operator==(const Data&, const Data&) = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, DateTime, Array, Table> value_;
};

}  // namespace loom::base
