// Definition lists as the parser's extension: a paragraph (the title), and below it lines that begin with
// `: ` (a definition each; what is indented as far as its text belongs to it).
//
//   Term
//   : What it means.
//
// The nodes are of kinds that the parser does not know; the questions below tell them apart. Any thread, each
// tree one at a time.
#pragma once

#include <string_view>

struct cmark_node;
struct cmark_syntax_extension;

namespace loom::markdown {

/// The extension to attach to a parser. Requires: the parser's global tables are not in use by another
/// thread at the first call.
cmark_syntax_extension* definition_list_extension();

/// Ends the work on blocks, before inlines are parsed: a paragraph behind the last definition goes out of its
/// list, and a list with blank lines between or within its definitions becomes loose. `text` is what was
/// parsed.
void settle_definition_lists(cmark_node* root, std::string_view text);

bool is_definition_list(cmark_node* node);
bool is_definition_title(cmark_node* node);
bool is_definition(cmark_node* node);

/// Whether the paragraphs of the list's definitions are shown without `<p>`. Requires: is_definition_list.
bool is_tight_definition_list(cmark_node* list);

}  // namespace loom::markdown
