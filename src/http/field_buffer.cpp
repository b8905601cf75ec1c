#include "http/field_buffer.h"

#include <algorithm>

#include "base/check.h"
#include "http/characters.h"
#include "http/field_lines.h"

namespace loom::http {

void FieldBuffer::add(std::string_view name, std::string_view value) {
  LOOM_CHECK(is_token(name));
  LOOM_CHECK(is_safe_field_value(value));
  append(name);
  append(": ");
  append(value);
  append("\r\n");
}

void FieldBuffer::add_lines(std::string_view lines) {
  LOOM_CHECK(lines.empty() || lines.ends_with("\r\n"));
  append(lines);
}

void FieldBuffer::append(std::string_view text) {
  if (spilled_.empty() && text.size() <= inline_.size() - size_) {
    std::copy(text.begin(), text.end(), inline_.begin() + size_);
    size_ += text.size();
    return;
  }
  if (spilled_.empty()) {
    spilled_.assign(inline_.data(), size_);
  }
  spilled_.append(text);
}

}  // namespace loom::http
