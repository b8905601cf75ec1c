// HTML from elsewhere (shortcodes) in a document: the marks of markdown/insertion_mark.h are found in the
// parser's tree and give way to what they stand for. One thread.
//
// In text it is markup; a paragraph that is one mark and nothing else is left out around it. In raw HTML and
// in addresses it stands as it is, in code and in the alternative text of images as text.
#pragma once

#include <span>
#include <string>

#include "markdown/html/context.h"

namespace loom::markdown {

/// Takes every mark out of the tree.
void place_insertions(cmark_node* root, std::span<const std::string> insertions);

/// Whether the node is HTML that place_insertions() put there.
bool is_insertion(cmark_node* node);

/// Writes such a node. Its text is not part of a heading's title, as in Zola.
void write_insertion(Context& context, cmark_node* node);

}  // namespace loom::markdown
