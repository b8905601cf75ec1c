// Estimates, line by line, how deep block quotes and list items are nested. One thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace loom::markdown {

class NestingMeter {
 public:
  /// Containers open on `line`, which has no line end. Counts beyond kNestingMax are not exact.
  std::size_t measure(std::string_view line);

 private:
  void close_items(std::size_t quotes, std::size_t column);

  /// Columns at which the content of the open list items begins.
  std::vector<std::size_t> open_items_;
  /// Quote marks at the start of the last line.
  std::size_t quotes_ = 0;
};

}  // namespace loom::markdown
