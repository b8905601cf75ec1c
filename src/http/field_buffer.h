// Field lines made for one response: kept inside the object up to kInlineFieldBytes, beyond that in a string.
// One thread.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "http/limits.h"

namespace loom::http {

class FieldBuffer {
 public:
  FieldBuffer() {}  // Leaves the bytes unset on purpose: they are written before they are read.

  /// Appends "name: value" and CRLF. Requires: neither holds CR, LF or NUL.
  void add(std::string_view name, std::string_view value);
  /// Appends field lines that are ready, each ended by CRLF.
  void add_lines(std::string_view lines);

  /// Valid until the next change or move.
  std::string_view text() const {
    return spilled_.empty() ? std::string_view(inline_.data(), size_) : spilled_;
  }
  bool empty() const { return size_ == 0 && spilled_.empty(); }

 private:
  void append(std::string_view text);

  std::size_t size_ = 0;
  std::string spilled_;
  std::array<char, kInlineFieldBytes> inline_;
};

}  // namespace loom::http
