// The HTML of a tree. Walks it once, without recursion, and hands each node to the function of its kind; the
// markup beyond CommonMark's own is shown in the headers of html/ (headings, footnotes, alerts, tables,
// blocks) and of markdown/code_block.h. `<!-- more -->` leaves <span id="continue-reading"></span> in the
// page, as in Zola. One thread.
#pragma once

#include <string_view>
#include <vector>

#include "markdown/html/footnotes.h"
#include "markdown/html/headings.h"
#include "markdown/html/links.h"
#include "markdown/html/tables.h"
#include "markdown/shortcodes.h"

namespace loom::markdown {

class HtmlWriter {
 public:
  explicit HtmlWriter(Context& context)
      : context_(context), headings_(context), footnotes_(context), tables_(context), links_(context) {}

  /// Fills in the document. The tree is changed: lines that only name an alert and attributes of headings go.
  void write(cmark_node* root);

  /// Lines of the text that are code blocks, in order. Valid after write().
  const std::vector<CodeLines>& code_lines() const { return code_lines_; }

 private:
  /// Returns whether the nodes below are to be walked.
  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  bool enter_block(cmark_node* node);
  void write_inline(cmark_node* node);
  bool enter_extension(cmark_node* node);
  void leave_extension(cmark_node* node);
  void leave_paragraph_of(cmark_node* paragraph);
  void write_html(cmark_node* node);
  void write_html_part(cmark_node* node, std::string_view html);
  bool end_summary(cmark_node* node);

  Context& context_;
  HeadingWriter headings_;
  FootnoteWriter footnotes_;
  TableWriter tables_;
  LinkWriter links_;
  std::vector<CodeLines> code_lines_;
};

}  // namespace loom::markdown
