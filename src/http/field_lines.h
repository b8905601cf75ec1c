// The one writer of field lines. Any thread. RFC 9112 §5.
#pragma once

#include <string>
#include <string_view>

namespace loom::http {

/// No CR, LF or NUL: such a value cannot end its line early.
bool is_safe_field_value(std::string_view value);

/// Appends "name: value" and CRLF. Requires: `name` is a token, `value` is safe.
void append_field(std::string& out, std::string_view name, std::string_view value);

/// Calls `visit(name, line)` for each line of `lines`, each ended by CRLF, which `line` keeps. Requires:
/// lines as written by append_field.
template <typename Visit>
void for_each_field_line(std::string_view lines, Visit&& visit) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find("\r\n") + 2);
    visit(line.substr(0, line.find(':')), line);
    lines.remove_prefix(line.size());
  }
}

}  // namespace loom::http
