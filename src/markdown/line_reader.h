// The lines of a text, one after the other, by CommonMark's line ends: \n, \r\n and \r (§2.1). One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loom::markdown {

class LineReader {
 public:
  explicit LineReader(std::string_view text)
      : text_(text), has_carriage_returns_(text.find('\r') != std::string_view::npos) {}

  /// Goes to the next line; false when there is none.
  bool next();

  /// Without its line end. Views into the text.
  std::string_view line() const { return line_; }
  /// Byte of the text at which the line begins.
  std::size_t offset() const { return offset_; }
  /// 1-based.
  std::uint32_t number() const { return number_; }

 private:
  std::string_view text_;
  bool has_carriage_returns_;
  std::string_view line_;
  std::size_t offset_ = 0;
  std::size_t next_offset_ = 0;
  /// The first \n at or behind `offset_`; kept, so that a text without any is not searched again for each
  /// line.
  std::size_t newline_ = 0;
  bool newline_known_ = false;
  std::uint32_t number_ = 0;
};

}  // namespace loom::markdown
