// The mark that stands in a Markdown text for HTML to be put in. For the parser it is a word between two
// signs, as Zola's is, so that what is emphasis, a list or a paragraph around it is the same as there. Pure;
// any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace loom::markdown {

/// Appends the mark of insertion number `index`.
void append_insertion_mark(std::string& text, std::size_t index);

/// Appends `text` with every noncharacter U+FDD0, of which marks are made, replaced by U+FFFD.
void append_without_marks(std::string& out, std::string_view text);

struct InsertionMark {
  /// Bytes of the text.
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t index = 0;
};

/// The first mark at or behind byte `from`, or nothing.
std::optional<InsertionMark> find_insertion_mark(std::string_view text, std::size_t from = 0);

}  // namespace loom::markdown
