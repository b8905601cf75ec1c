// Headings: ids, anchor links, and the outline. One thread.
//
//   <h2 id="a-title" class="x">ANCHORA title</h2>
//
// ANCHOR is the link of markdown/markup_templates.h.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "markdown/heading_attributes.h"
#include "markdown/html/context.h"

namespace loom::markdown {

class HeadingWriter {
 public:
  explicit HeadingWriter(Context& context) : context_(context) {}

  /// Reserves the ids that authors chose, so that no heading before them takes one.
  void load(cmark_node* root);

  void enter();
  void leave(cmark_node* heading);

  /// Gives the outline and the first heading to the document. Call once, at the end.
  void finish();

 private:
  bool is_dropped(cmark_node* heading) const;
  std::string take_id(const std::string& chosen, const std::string& title);
  void write(cmark_node* heading, const std::string& id, const std::string& content);
  std::string anchor_link(cmark_node* heading, const std::string& id) const;

  Context& context_;
  std::vector<Heading> headings_;
  /// Where the content of the present heading begins.
  std::size_t html_begin_ = 0;
  std::size_t plain_begin_ = 0;
  bool has_dropped_ = false;
};

}  // namespace loom::markdown
