#include "site/toml_data.h"

// Debian's shared toml++ throws; the header-only form without exceptions does not.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0

#include <algorithm>
#include <string>
#include <toml++/toml.h>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "site/data_builder.h"
#include "site/limits.h"

namespace loom::site {

namespace {

std::chrono::sys_days days_of(const toml::date& date) {
  return std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

base::DateTime date_time(const toml::date& date, std::chrono::minutes offset) {
  base::DateTime result;
  result.moment = days_of(date) - offset;
  result.offset = offset;
  return result;
}

base::DateTime date_time(const toml::date_time& value, std::chrono::minutes default_offset) {
  const std::chrono::minutes offset =
      value.offset ? std::chrono::minutes(value.offset->minutes) : default_offset;
  base::DateTime result = date_time(value.date, offset);
  result.moment += std::chrono::hours(value.time.hour) + std::chrono::minutes(value.time.minute) +
                   std::chrono::seconds(value.time.second);
  result.has_time = true;
  return result;
}

class TomlConverter {
 public:
  explicit TomlConverter(const DataText& input) : input_(input), builder_(true) {}

  /// False when the values are nested too deeply.
  bool add(const toml::node& node) {
    if (const auto* table = node.as_table()) {
      return add_table(*table);
    }
    if (const auto* array = node.as_array()) {
      return add_array(*array);
    }
    builder_.add_value(scalar(node), place_of(node.source()));
    return true;
  }

  LocatedData take() { return builder_.take(); }

 private:
  bool add_table(const toml::table& table) {
    if (!builder_.begin_table(place_of(table.source()))) {
      return false;
    }
    for (const auto& [key, value] : in_file_order(table)) {
      builder_.add_key(std::string(key->str()), place_of(key->source()));
      if (!add(*value)) {
        return false;
      }
    }
    builder_.end();
    return true;
  }

  bool add_array(const toml::array& array) {
    if (!builder_.begin_array(place_of(array.source()))) {
      return false;
    }
    for (const toml::node& value : array) {
      if (!add(value)) {
        return false;
      }
    }
    builder_.end();
    return true;
  }

  /// toml++ keeps tables ordered by key; authors expect their own order.
  static std::vector<std::pair<const toml::key*, const toml::node*>> in_file_order(const toml::table& table) {
    std::vector<std::pair<const toml::key*, const toml::node*>> entries;
    for (auto&& [key, value] : table) {
      entries.emplace_back(&key, &value);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      const toml::source_position& left = a.first->source().begin;
      const toml::source_position& right = b.first->source().begin;
      return left.line != right.line ? left.line < right.line : left.column < right.column;
    });
    return entries;
  }

  base::Data scalar(const toml::node& node) const {
    switch (node.type()) {
      case toml::node_type::string:
        return **node.as_string();
      case toml::node_type::integer:
        return **node.as_integer();
      case toml::node_type::floating_point:
        return **node.as_floating_point();
      case toml::node_type::boolean:
        return **node.as_boolean();
      case toml::node_type::date:
        return date_time(**node.as_date(), input_.default_offset);
      case toml::node_type::date_time:
        return date_time(**node.as_date_time(), input_.default_offset);
      default:
        return time_text(**node.as_time());
    }
  }

  static base::Data time_text(const toml::time& time) {
    const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(time.hour) + ":" + two(time.minute) + ":" + two(time.second);
  }

  DataPlace place_of(const toml::source_region& region) const {
    if (!region.begin) {
      return {};
    }
    return {region.begin.line + input_.first_line - 1, region.begin.column};
  }

  const DataText& input_;
  DataBuilder builder_;
};

/// Whether some dotted key or table header has more parts than values may be nested. toml++ would build such
/// a tree and destroy it by recursion, so it is found before.
bool has_deep_key(std::string_view text) {
  std::size_t parts = 0;
  bool in_part = false;
  bool after_space = false;
  for (const char c : text) {
    if (c == '.') {
      parts = in_part ? parts + 1 : 0;
      in_part = false;
      after_space = false;
    } else if (c == ' ' || c == '\t') {
      after_space = in_part;
    } else if (base::is_alnum(c) || c == '_' || c == '-' || c == '"' || c == '\'') {
      parts = after_space ? 0 : parts;
      in_part = true;
      after_space = false;
    } else {
      parts = 0;
      in_part = false;
      after_space = false;
    }
    if (parts >= kDataDepthMax) {
      return true;
    }
  }
  return false;
}

std::string nesting_message() {
  return "TOML: values are nested more than " + std::to_string(kDataDepthMax) + " deep";
}

}  // namespace

std::optional<LocatedData> parse_toml(const DataText& input, base::Diagnostics& diagnostics) {
  if (has_deep_key(input.text)) {
    diagnostics.add(make_error_in(input, {input.first_line, 1}, nesting_message()));
    return std::nullopt;
  }
  const toml::parse_result parsed = toml::parse(input.text);
  if (!parsed) {
    const toml::source_position& begin = parsed.error().source().begin;
    const DataPlace place{begin.line + input.first_line - 1, begin.column};
    diagnostics.add(make_error_in(input, place, "TOML: " + std::string(parsed.error().description())));
    return std::nullopt;
  }
  TomlConverter converter(input);
  if (!converter.add(parsed.table())) {
    diagnostics.add(make_error_in(input, {input.first_line, 1}, nesting_message()));
    return std::nullopt;
  }
  return converter.take();
}

}  // namespace loom::site
