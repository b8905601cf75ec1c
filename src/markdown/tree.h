// The seam to libcmark-gfm: text in, its tree out. Any thread; a lock is held where the library writes its
// global tables (which it does as soon as an extension is attached). The tree itself belongs to one thread.
#pragma once

#include <memory>
#include <string_view>

#include "markdown/heading_attributes.h"

namespace loom::markdown {

struct TreeDeleter {
  void operator()(cmark_node* root) const;
};
using Tree = std::unique_ptr<cmark_node, TreeDeleter>;

struct TreeOptions {
  bool smart_punctuation = false;
  /// Smart quotes are Zola's (markdown/zola_quotes.h).
  bool zola_quotes = false;
  bool definition_lists = false;
  /// Footnotes stay where they are written, all of them; else those that are referenced are at the end.
  bool footnotes_in_place = false;
  AttributeRule heading_attributes = AttributeRule::OnlyNames;
};

/// CommonMark with tables, strikethrough, task lists, footnotes and attributes of headings; text nodes that
/// touch are joined. Requires: the text is within markdown/limits.h.
Tree parse_tree(std::string_view text, const TreeOptions& options = {});

}  // namespace loom::markdown
