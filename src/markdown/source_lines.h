// Finds lines of a text by their number. The index is built at the first question. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace loom::markdown {

class SourceLines {
 public:
  /// The text must outlive this object.
  explicit SourceLines(std::string_view text) : text_(text) {}

  /// The line without its line end; "" when there is no such line. 1-based. Views into the text.
  std::string_view line(std::uint32_t number);

 private:
  void build_index();

  std::string_view text_;
  std::vector<std::string_view> lines_;
  bool is_built_ = false;
};

}  // namespace loom::markdown
