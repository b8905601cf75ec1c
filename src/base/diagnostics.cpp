#include "base/diagnostics.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace loom::base {

void Diagnostics::add_all(const Diagnostics& other) {
  items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

std::size_t Diagnostics::error_count() const {
  return static_cast<std::size_t>(std::count_if(
      items_.begin(), items_.end(), [](const Diagnostic& item) { return item.severity == Severity::Error; }));
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& item) {
    return std::tie(item.file, item.line, item.column, item.message, item.severity, item.trail);
  };
  std::stable_sort(items_.begin(), items_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
  items_.erase(std::unique(items_.begin(), items_.end(), same), items_.end());
}

void Diagnostics::promote_warnings() {
  for (Diagnostic& item : items_) {
    item.severity = Severity::Error;
  }
}

LinePosition find_line_position(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const std::size_t last_break = before.rfind('\n');
  const std::size_t line_start = last_break == std::string_view::npos ? 0 : last_break + 1;
  LinePosition position;
  position.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  position.column = 1 + static_cast<std::uint32_t>(count_characters(before.substr(line_start)));
  position.text = text.substr(line_start, text.find('\n', line_start) - line_start);
  if (!position.text.empty() && position.text.back() == '\r') {
    position.text.remove_suffix(1);
  }
  return position;
}

Diagnostic make_error_at(std::string_view file, std::string_view text, std::size_t offset,
                         std::string message) {
  const LinePosition position = find_line_position(text, offset);
  Diagnostic diagnostic;
  diagnostic.file = file;
  diagnostic.line = position.line;
  diagnostic.column = position.column;
  diagnostic.message = std::move(message);
  diagnostic.source_line = position.text;
  return diagnostic;
}

}  // namespace loom::base
