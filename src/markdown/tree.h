// The seam to libcmark-gfm: text in, its tree out. Any thread; a lock is held where the library writes its
// global tables (which it does as soon as an extension is attached). The tree itself belongs to one thread.
#pragma once

#include <memory>
#include <string_view>

struct cmark_node;

namespace loom::markdown {

struct TreeDeleter {
  void operator()(cmark_node* root) const;
};
using Tree = std::unique_ptr<cmark_node, TreeDeleter>;

/// CommonMark with tables, strikethrough, task lists and footnotes; text nodes that touch are joined.
/// Requires: the text is within markdown/limits.h.
Tree parse_tree(std::string_view text, bool smart_punctuation);

}  // namespace loom::markdown
