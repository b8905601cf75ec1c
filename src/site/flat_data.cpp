#include "site/flat_data.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"

namespace loom::site {

namespace {

bool is_flat_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(),
                                     [](char c) { return base::is_alnum(c) || c == '_' || c == '-'; });
}

/// The value without one layer of quotes; nothing for what YAML would read as more than one line of text.
std::optional<std::string_view> flat_value(std::string_view value) {
  static constexpr std::string_view kYamlStarts = "{&*!|>%@`";
  if (value.empty()) {
    return value;
  }
  const char first = value.front();
  if (first == '"' || first == '\'') {
    const bool is_closed = value.size() > 1 && value.back() == first;
    return is_closed ? std::optional(value.substr(1, value.size() - 2)) : std::nullopt;
  }
  const bool is_open_list = first == '[' && value.back() != ']';
  return is_open_list || kYamlStarts.find(first) != std::string_view::npos ? std::nullopt
                                                                           : std::optional(value);
}

}  // namespace

std::optional<LocatedData> parse_flat(const DataText& input) {
  LocatedData result;
  result.data = base::Data::Table{};
  std::uint32_t line_number = input.first_line;
  for (const std::string_view line : base::split(input.text, '\n')) {
    const DataPlace place{line_number++, 1};
    const std::string_view trimmed = base::trim(line);
    if (trimmed.empty() || trimmed.front() == '#') {
      continue;
    }
    const std::size_t colon = line.find(':');
    const std::string_view key = line.substr(0, colon);
    if (colon == std::string_view::npos || !is_flat_key(key)) {
      return std::nullopt;
    }
    const auto value = flat_value(base::trim(line.substr(colon + 1)));
    if (!value) {
      return std::nullopt;
    }
    const bool is_flag = *value == "true" || *value == "false";
    result.data.set(key, is_flag ? base::Data(*value == "true") : base::Data(std::string(*value)));
    result.places.insert_or_assign(std::string(key), place);
  }
  return result;
}

}  // namespace loom::site
