// Comma-separated field values. Any thread. RFC 9110 §5.3, §5.6.1.
#pragma once

#include <cstddef>
#include <string_view>

#include "http/characters.h"
#include "http/request.h"

namespace loom::http {

/// Calls `visit(member)` for each member of a list whose members hold no quoted commas, blanks trimmed, empty
/// ones left out.
template <typename Visit>
void for_each_list_member(std::string_view value, Visit&& visit) {
  while (true) {
    const std::size_t comma = value.find(',');
    const std::string_view member = trim_blanks(value.substr(0, comma));
    if (!member.empty()) {
      visit(member);
    }
    if (comma == std::string_view::npos) {
      return;
    }
    value.remove_prefix(comma + 1);
  }
}

/// Calls `visit(value)` with the trimmed value of each line of the field `lower_name`.
template <typename Visit>
void for_each_field_value(const ListField& field, std::string_view lower_name, Visit&& visit) {
  visit(field.first);
  std::string_view lines = field.following_lines;
  while (!lines.empty()) {
    const std::size_t end = lines.find("\r\n");
    const std::string_view line = lines.substr(0, end);
    const std::size_t colon = line.find(':');
    if (equals_lower(line.substr(0, colon), lower_name)) {
      visit(trim_blanks(line.substr(colon + 1)));
    }
    lines.remove_prefix(end + 2);
  }
}

}  // namespace loom::http
