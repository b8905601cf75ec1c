// A Markdown text put together from parts of a file, from Markdown that was made for it, and from HTML that
// the renderer is to put in as it is. It knows from which line of the file each of its lines came. One
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loom::markdown {

/// Where a line of a text stands in its file.
struct TextLine {
  /// 1-based.
  std::uint32_t file_line = 0;
  /// Whether the line is the file's whole line, so that columns are the same too.
  bool is_whole = true;
};

class AssembledText {
 public:
  /// `source`: the body of a file, that begins on the file's line `first_line`. Borrowed.
  AssembledText(std::string_view source, std::uint32_t first_line);

  /// Adds the part of the source that begins at byte `offset`. Requires: offsets ascend.
  void add_source(std::string_view part, std::size_t offset);
  /// Adds Markdown in place of the source's byte `offset`.
  void add_markdown(std::string_view markdown, std::size_t offset);
  /// Adds a mark in place of the source's byte `offset`; the renderer puts `html` there.
  void add_html(std::string html, std::size_t offset);

  const std::string& text() const { return text_; }
  const std::vector<std::string>& insertions() const { return insertions_; }
  /// One for each line of the text.
  const std::vector<TextLine>& lines() const { return lines_; }

 private:
  std::uint32_t source_line_at(std::size_t offset);
  void go_to(std::size_t offset);
  void append(std::string_view text, bool is_source);

  std::string_view source_;
  std::string text_;
  std::vector<std::string> insertions_;
  std::vector<TextLine> lines_;
  /// The source up to here has been counted, to this line.
  std::size_t counted_bytes_ = 0;
  std::uint32_t counted_line_;
  /// Where the part of the source that was added last ended.
  std::size_t source_end_ = 0;
};

}  // namespace loom::markdown
