// The info string of a fenced code block: the language and what follows it. Pure; any thread.
//
// Zola's form (`rust,linenos,linenostart=5,hl_lines=1 3-5,hide_lines=2,name=main.rs`), Hugo's
// (`go {linenos=true,hl_lines=[1,"3-5"]}`), and the shorter `rust {1,3-5} title="main.rs"`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace loom::markdown {

/// Lines of a block, 1-based, both ends included.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const LineRange&, const LineRange&) = default;
};

struct FenceInfo {
  /// The first word; "" when there is none.
  std::string language;
  /// `title` or `name`; "" when there is none.
  std::string title;
  /// Every `key=value` that is not about lines, `name` and `title` included.
  std::map<std::string, std::string> data;
  /// `copy`: a theme shows a button.
  bool copy = false;
  bool line_numbers = false;
  std::uint32_t first_line_number = 1;
  std::vector<LineRange> highlighted;
  std::vector<LineRange> hidden;

  /// Whether the block must be cut into lines.
  bool needs_lines() const { return line_numbers || !highlighted.empty() || !hidden.empty(); }
};

/// What is not understood is ignored, as in `rust,no_run`.
FenceInfo parse_fence_info(std::string_view info);

/// Zola's form alone: only commas separate, so that `name=Hello world` is one option.
FenceInfo parse_zola_fence_info(std::string_view info);

bool contains_line(const std::vector<LineRange>& ranges, std::uint32_t line);

}  // namespace loom::markdown
