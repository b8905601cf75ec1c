#include "markdown/assembled_text.h"

#include <algorithm>
#include <utility>

#include "markdown/insertion_mark.h"

namespace loom::markdown {

AssembledText::AssembledText(std::string_view source, std::uint32_t first_line)
    : source_(source), lines_{{first_line, true}}, counted_line_(first_line) {
  text_.reserve(source.size());
}

std::uint32_t AssembledText::source_line_at(std::size_t offset) {
  const std::string_view before = source_.substr(counted_bytes_, offset - counted_bytes_);
  counted_line_ += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  counted_bytes_ = offset;
  return counted_line_;
}

/// A line that a part of the source begins is that line of it; else the source was left within the line.
void AssembledText::go_to(std::size_t offset) {
  const bool begins_line = text_.empty() || text_.back() == '\n';
  const std::uint32_t line = source_line_at(offset);
  if (begins_line) {
    lines_.back().file_line = line;
  }
  lines_.back().is_whole = lines_.back().is_whole && source_end_ == offset;
}

void AssembledText::append(std::string_view text, bool is_source) {
  const std::size_t begin = text_.size();
  append_without_marks(text_, text);
  std::uint32_t line = counted_line_;
  for (std::size_t at = text_.find('\n', begin); at < text_.size(); at = text_.find('\n', at + 1)) {
    line += is_source ? 1 : 0;
    lines_.push_back({line, is_source});
  }
}

void AssembledText::add_source(std::string_view part, std::size_t offset) {
  go_to(offset);
  append(part, true);
  source_end_ = offset + part.size();
}

void AssembledText::add_markdown(std::string_view markdown, std::size_t offset) {
  go_to(offset);
  lines_.back().is_whole = false;
  append(markdown, false);
}

void AssembledText::add_html(std::string html, std::size_t offset) {
  go_to(offset);
  lines_.back().is_whole = false;
  append_insertion_mark(text_, insertions_.size());
  insertions_.push_back(std::move(html));
}

}  // namespace loom::markdown
