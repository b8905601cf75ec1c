#include "markdown/html/summary.h"

#include "markdown/html/blocks.h"
#include "markdown/html/footnotes.h"
#include "markdown/html/inlines.h"
#include "markdown/html/node.h"

namespace loom::markdown {
namespace {

bool is_block_to_close(cmark_node* node) {
  return is_definition_part(node) || is_type(node, CMARK_NODE_BLOCK_QUOTE) ||
         is_type(node, CMARK_NODE_LIST) || is_type(node, CMARK_NODE_ITEM) ||
         is_type(node, CMARK_NODE_PARAGRAPH);
}

std::string_view block_end(cmark_node* node) {
  if (is_type(node, CMARK_NODE_PARAGRAPH)) {
    return is_tight(node) ? "" : "</p>\n";
  }
  if (is_definition_part(node)) {
    return definition_end(node);
  }
  if (is_type(node, CMARK_NODE_LIST)) {
    return cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n";
  }
  return is_type(node, CMARK_NODE_ITEM) ? "</li>\n" : "</blockquote>\n";
}

void trim_end(std::string& text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) {
    text.pop_back();
  }
}

/// False when one of the elements around `node` cannot be closed.
bool append_ends(std::string& out, cmark_node* node) {
  for (cmark_node* open = cmark_node_parent(node); !is_type(open, CMARK_NODE_DOCUMENT);
       open = cmark_node_parent(open)) {
    const std::string_view end = is_block_to_close(open) ? block_end(open) : inline_end(open);
    if (end.empty() && !is_block_to_close(open)) {
      return false;
    }
    out += end;
  }
  return true;
}

}  // namespace

std::optional<std::string> cut_summary(std::string_view html, cmark_node* node,
                                       const MarkupTemplates* templates) {
  std::string ends;
  if (!append_ends(ends, node)) {
    return std::nullopt;
  }
  std::string summary = without_footnote_references(html);
  trim_end(summary);
  const bool is_cut = !is_type(cmark_node_parent(node), CMARK_NODE_DOCUMENT);
  if (is_cut && templates != nullptr) {
    summary += templates->render_summary_cutoff(summary);
  }
  summary += ends;
  trim_end(summary);
  return summary;
}

}  // namespace loom::markdown
