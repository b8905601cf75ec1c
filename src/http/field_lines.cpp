#include "http/field_lines.h"

#include "base/check.h"
#include "http/characters.h"

namespace loom::http {

bool is_safe_field_value(std::string_view value) {
  for (const char c : value) {
    if (c == '\r' || c == '\n' || c == '\0') {
      return false;
    }
  }
  return true;
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  LOOM_CHECK(is_token(name));
  LOOM_CHECK(is_safe_field_value(value));
  out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace loom::http
