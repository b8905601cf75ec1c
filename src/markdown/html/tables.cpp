#include "markdown/html/tables.h"

#include "markdown/html/node.h"

namespace loom::markdown {
namespace {

std::string_view side_of(std::uint8_t alignment) {
  switch (alignment) {
    case 'l':
      return "left";
    case 'c':
      return "center";
    case 'r':
      return "right";
    default:
      return "";
  }
}

void append_alignment(Context& context, std::uint8_t alignment) {
  const std::string_view side = side_of(alignment);
  if (!side.empty()) {
    context.html() += context.is_zola() ? " style=\"text-align: " : " align=\"";
    context.html() += side;
    context.html() += '"';
  }
}

}  // namespace

void TableWriter::enter_table(cmark_node* table) {
  begin_line(context_);
  open_block(context_, "table", table);
  context_.html() += ">\n";
  alignments_ = cmark_gfm_extensions_get_table_alignments(table);
  column_count_ = cmark_gfm_extensions_get_table_columns(table);
  has_body_ = false;
}

void TableWriter::leave_table() {
  begin_line(context_);
  if (context_.is_zola() && !has_body_) {
    context_.html() += "<tbody>\n";
    has_body_ = true;
  }
  context_.html() += has_body_ ? "</tbody>\n</table>\n" : "</table>\n";
}

void TableWriter::enter_row(cmark_node* row) {
  begin_line(context_);
  column_ = 0;
  in_head_ = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
  if (in_head_) {
    context_.html() += "<thead>\n";
  } else if (!has_body_) {
    context_.html() += "<tbody>\n";
    has_body_ = true;
  }
  open_block(context_, "tr", row);
  context_.html() += '>';
}

void TableWriter::leave_row() {
  begin_line(context_);
  context_.html() += in_head_ ? "</tr>\n</thead>\n" : "</tr>\n";
}

void TableWriter::enter_cell() {
  begin_line(context_);
  separate_plain_text(context_);
  context_.html() += in_head_ ? "<th" : "<td";
  if (column_ < column_count_) {
    append_alignment(context_, alignments_[column_]);
  }
  context_.html() += '>';
}

void TableWriter::leave_cell() {
  context_.html() += in_head_ ? "</th>" : "</td>";
  ++column_;
}

}  // namespace loom::markdown
