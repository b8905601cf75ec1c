#include "markdown/html/writer.h"

#include <algorithm>

#include "base/ascii.h"
#include "markdown/html/blocks.h"
#include "markdown/html/inlines.h"
#include "markdown/html/insertions.h"
#include "markdown/html/node.h"
#include "markdown/html/summary.h"
#include "markdown/raw_html.h"

// Exported by the library but declared in no header for users.
extern "C" cmark_node_type CMARK_NODE_TABLE;       // NOLINT(readability-identifier-naming): theirs
extern "C" cmark_node_type CMARK_NODE_TABLE_ROW;   // NOLINT(readability-identifier-naming): theirs
extern "C" cmark_node_type CMARK_NODE_TABLE_CELL;  // NOLINT(readability-identifier-naming): theirs

namespace loom::markdown {
namespace {

constexpr std::string_view kMoreMark = "<span id=\"continue-reading\"></span>";

}  // namespace

void HtmlWriter::write(cmark_node* root) {
  if (!context_.input.insertions.empty()) {
    place_insertions(root, context_.input.insertions);
  }
  headings_.load(root);
  footnotes_.load(root);
  cmark_node* node = root;
  while (node != nullptr) {
    if (enter(node)) {
      if (cmark_node* below = cmark_node_first_child(node)) {
        node = below;
        continue;
      }
      leave(node);
    }
    while (node != root && cmark_node_next(node) == nullptr) {
      node = cmark_node_parent(node);
      leave(node);
    }
    node = node == root ? nullptr : cmark_node_next(node);
  }
  headings_.finish();
}

bool HtmlWriter::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      links_.write_text(node, literal_of(node));
      return false;
    case CMARK_NODE_LINK:
      links_.enter_link(node);
      return true;
    case CMARK_NODE_IMAGE:
      links_.write_image(node);
      return false;
    case CMARK_NODE_CODE:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      write_inline(node);
      return false;
    default:
      return enter_block(node);
  }
}

void HtmlWriter::write_inline(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_CODE:
      return write_inline_code(context_, node);
    case CMARK_NODE_SOFTBREAK:
      return write_soft_break(context_);
    case CMARK_NODE_LINEBREAK:
      return write_hard_break(context_);
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return footnotes_.write_reference(node);
    default:
      return write_html(node);
  }
}

bool HtmlWriter::enter_block(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
      enter_paragraph(context_, node);
      return true;
    case CMARK_NODE_HEADING:
      headings_.enter();
      return true;
    case CMARK_NODE_ITEM:
      enter_item(context_, node);
      return true;
    case CMARK_NODE_LIST:
      enter_list(context_, node);
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      enter_quote(context_, node);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      code_lines_.push_back(write_code(context_, node));
      return false;
    case CMARK_NODE_HTML_BLOCK:
      write_html(node);
      return false;
    case CMARK_NODE_THEMATIC_BREAK:
      write_thematic_break(context_, node);
      return false;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnotes_.enter_definition(node);
      return true;
    default:
      return enter_extension(node);
  }
}

bool HtmlWriter::enter_extension(cmark_node* node) {
  if (is_type(node, CMARK_NODE_TABLE)) {
    tables_.enter_table(node);
  } else if (is_type(node, CMARK_NODE_TABLE_ROW)) {
    tables_.enter_row(node);
  } else if (is_type(node, CMARK_NODE_TABLE_CELL)) {
    tables_.enter_cell();
  } else if (is_definition_part(node)) {
    enter_definition_part(context_, node);
  } else {
    context_.html() += inline_begin(node);
  }
  return true;
}

void HtmlWriter::leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
      return leave_paragraph_of(node);
    case CMARK_NODE_LINK:
      return links_.leave_link();
    case CMARK_NODE_HEADING:
      return headings_.leave(node);
    case CMARK_NODE_ITEM:
      return leave_item(context_);
    case CMARK_NODE_LIST:
      return leave_list(context_, node);
    case CMARK_NODE_BLOCK_QUOTE:
      return leave_quote(context_);
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return footnotes_.leave_definition(node);
    default:
      return leave_extension(node);
  }
}

void HtmlWriter::leave_extension(cmark_node* node) {
  if (is_type(node, CMARK_NODE_TABLE)) {
    tables_.leave_table();
  } else if (is_type(node, CMARK_NODE_TABLE_ROW)) {
    tables_.leave_row();
  } else if (is_type(node, CMARK_NODE_TABLE_CELL)) {
    tables_.leave_cell();
  } else if (is_definition_part(node)) {
    leave_definition_part(context_, node);
  } else {
    context_.html() += inline_end(node);
  }
}

/// The links back from a footnote stand at the end of its last paragraph.
void HtmlWriter::leave_paragraph_of(cmark_node* paragraph) {
  if (is_type(cmark_node_parent(paragraph), CMARK_NODE_FOOTNOTE_DEFINITION) &&
      cmark_node_next(paragraph) == nullptr) {
    footnotes_.write_back_links(cmark_node_parent(paragraph));
  }
  leave_paragraph(context_, paragraph);
}

/// The first `<!-- more -->`, also one within other HTML, ends the summary.
void HtmlWriter::write_html(cmark_node* node) {
  if (is_insertion(node)) {
    return write_insertion(context_, node);
  }
  const std::string_view html = literal_of(node);
  const auto more = context_.document.summary_html ? std::nullopt : find_more_comment(html);
  if (!more) {
    return write_html_part(node, html);
  }
  write_html_part(node, html.substr(0, more->begin));
  if (end_summary(node)) {
    context_.html() += kMoreMark;
    context_.html() += is_type(node, CMARK_NODE_HTML_BLOCK) ? "\n" : "";
    context_.document.anchors.emplace_back("continue-reading");
  } else {
    write_html_part(node, html.substr(more->begin, more->end - more->begin));
  }
  write_html_part(node, html.substr(more->end));
}

void HtmlWriter::write_html_part(cmark_node* node, std::string_view html) {
  if (is_type(node, CMARK_NODE_HTML_INLINE)) {
    write_inline_html(context_, html);
  } else if (!base::trim(html).empty()) {
    write_html_block(context_, html.substr(std::min(html.find_first_not_of('\n'), html.size())));
  }
}

/// False where no summary can end.
bool HtmlWriter::end_summary(cmark_node* node) {
  if (is_type(node, CMARK_NODE_HTML_BLOCK)) {
    begin_line(context_);
  }
  context_.document.summary_html = cut_summary(context_.html(), node, context_.input.templates);
  return context_.document.summary_html.has_value();
}

}  // namespace loom::markdown
