// A position in the text that is being highlighted. Never reads beyond the end. It counts the bytes it looks
// at, so that a test can hold the work of a lexer to a multiple of the size of its input. One thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace loom::markdown::highlight {

class Cursor {
 public:
  /// The bytes behind `text` outlive the cursor.
  explicit Cursor(std::string_view text) : text_(text) {}

  bool at_end() const { return position_ >= text_.size(); }
  std::size_t position() const { return position_; }
  std::size_t remaining() const { return text_.size() - position_; }
  std::size_t examined_byte_count() const { return examined_byte_count_; }
  void add_examined(std::size_t byte_count) { examined_byte_count_ += byte_count; }

  /// NUL beyond the end.
  char peek(std::size_t ahead = 0) {
    ++examined_byte_count_;
    return ahead < remaining() ? text_[position_ + ahead] : '\0';
  }

  /// The byte before the position; a line end at the start of the text.
  char previous() const { return position_ == 0 ? '\n' : text_[position_ - 1]; }

  bool looking_at(std::string_view expected) {
    ++examined_byte_count_;
    return text_.substr(position_, expected.size()) == expected;
  }

  /// Bytes from the position to the next `wanted`, or to the end of the text.
  std::size_t distance_to(char wanted, std::size_t from = 0) {
    return distance(text_.find(wanted, start_of_search(from)));
  }
  std::size_t distance_to(std::string_view wanted, std::size_t from = 0) {
    return distance(text_.find(wanted, start_of_search(from)));
  }
  std::size_t distance_to_line_end() { return distance_to('\n'); }

  /// Like `distance_to`, but no further than the end of the line.
  std::size_t distance_on_line(char wanted, std::size_t from = 0) {
    const char stops[] = {wanted, '\n'};
    return distance(text_.find_first_of(std::string_view(stops, 2), start_of_search(from)));
  }

  /// Requires: `from` <= `remaining()`.
  std::string_view ahead(std::size_t from, std::size_t byte_count) const {
    return text_.substr(position_ + from, byte_count);
  }

  /// Stops at the end of the text, and behind a character of several bytes, never inside of it. Returns what
  /// was passed.
  std::string_view advance(std::size_t byte_count) {
    const std::size_t start = position_;
    position_ += std::min(byte_count, remaining());
    while (byte_count != 0 && position_ < text_.size() && is_inside_character(text_[position_])) {
      ++position_;
    }
    return text_.substr(start, position_ - start);
  }

 private:
  static bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
  std::size_t start_of_search(std::size_t from) const { return std::min(position_ + from, text_.size()); }
  std::size_t distance(std::size_t found) {
    const std::size_t result = std::min(found, text_.size()) - position_;
    examined_byte_count_ += result;
    return result;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t examined_byte_count_ = 0;
};

}  // namespace loom::markdown::highlight
