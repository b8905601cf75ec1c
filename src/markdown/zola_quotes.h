// Typographic quotes as Zola sets them. The parser pairs quotes by its rules for emphasis; Zola remembers one
// open quote of each kind per block, so that `'90s don't` has no opening quote and `6"` no closing one. One
// thread.
#pragma once

#include <string_view>

struct cmark_node;

namespace loom::markdown {

/// Sets the quotes that the parser made curly anew. `text` is what was parsed: when it holds curly quotes of
/// the author's own, the tree stays as it is.
void set_zola_quotes(cmark_node* root, std::string_view text);

}  // namespace loom::markdown
