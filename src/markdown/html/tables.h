// Tables (GFM 0.29 §4.10): thead, tbody, and the alignment of a column as `align` on its cells, which works
// without styles; in Zola's markup as `style`. One thread.
#pragma once

#include <cstddef>
#include <cstdint>

#include "markdown/html/context.h"

namespace loom::markdown {

class TableWriter {
 public:
  explicit TableWriter(Context& context) : context_(context) {}

  void enter_table(cmark_node* table);
  void leave_table();
  void enter_row(cmark_node* row);
  void leave_row();
  void enter_cell();
  void leave_cell();

 private:
  Context& context_;
  /// Of the present table, one letter per column; the parser's.
  const std::uint8_t* alignments_ = nullptr;
  std::size_t column_count_ = 0;
  std::size_t column_ = 0;
  bool in_head_ = false;
  bool has_body_ = false;
};

}  // namespace loom::markdown
