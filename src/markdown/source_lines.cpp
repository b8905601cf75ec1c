#include "markdown/source_lines.h"

#include "markdown/line_reader.h"

namespace loom::markdown {

std::string_view SourceLines::line(std::uint32_t number) {
  if (!is_built_) {
    build_index();
  }
  return number == 0 || number > lines_.size() ? std::string_view() : lines_[number - 1];
}

void SourceLines::build_index() {
  is_built_ = true;
  LineReader reader(text_);
  while (reader.next()) {
    lines_.push_back(reader.line());
  }
}

}  // namespace loom::markdown
