// Short readers of the parser's nodes. Any thread, each tree one at a time.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstdint>
#include <string_view>

namespace loom::markdown {

/// The text of a leaf, "" when it has none. Valid until the node changes.
inline std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

/// 1-based; 0 when the parser does not know.
inline std::uint32_t line_of(cmark_node* node) {
  const int line = cmark_node_get_start_line(node);
  return line < 0 ? 0 : static_cast<std::uint32_t>(line);
}

inline bool is_type(cmark_node* node, cmark_node_type type) {
  return node != nullptr && cmark_node_get_type(node) == type;
}

/// The node after `node` below `root` in the order of the text, parents before children; null at the end.
inline cmark_node* next_below(cmark_node* node, cmark_node* root) {
  if (cmark_node* child = cmark_node_first_child(node)) {
    return child;
  }
  while (node != root) {
    if (cmark_node* sibling = cmark_node_next(node)) {
      return sibling;
    }
    node = cmark_node_parent(node);
  }
  return nullptr;
}

/// Unlinks and frees. Requires: nothing else holds the node or one below it.
inline void remove_node(cmark_node* node) {
  cmark_node_unlink(node);
  cmark_node_free(node);
}

}  // namespace loom::markdown
