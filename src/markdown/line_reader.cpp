#include "markdown/line_reader.h"

#include <algorithm>

namespace loom::markdown {

bool LineReader::next() {
  if (next_offset_ >= text_.size()) {
    return false;
  }
  offset_ = next_offset_;
  if (!newline_known_ || newline_ < offset_) {
    newline_ = std::min(text_.find('\n', offset_), text_.size());
    newline_known_ = true;
  }
  std::size_t end = newline_;
  next_offset_ = end + 1;
  if (has_carriage_returns_) {
    const std::size_t carriage_return = text_.substr(offset_, end - offset_).find('\r');
    if (carriage_return != std::string_view::npos) {
      end = offset_ + carriage_return;
      next_offset_ = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
    }
  }
  line_ = text_.substr(offset_, end - offset_);
  ++number_;
  return true;
}

}  // namespace loom::markdown
