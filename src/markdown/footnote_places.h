// The parser gathers the footnotes that are referenced at the end of the tree. These two steps, before and
// after it parses inlines, put all of them back where they were written. One thread.
#pragma once

#include <cstddef>
#include <string>

struct cmark_node;

namespace loom::markdown {

/// Leaves a mark at each definition, which counts as a reference: numbers then follow the first mention of a
/// note, definition or reference. Call when all blocks are parsed, but no inlines.
void mark_footnote_places(cmark_node* root);

/// Numbers the definitions and puts them in the places of their marks. Call when the tree is finished.
void restore_footnote_places(cmark_node* root);

/// Makes the line ends between "[^" and its "]" blanks. The library measures the label of a reference by
/// columns: of one that goes over a line end, which can only be text, it would lose a part. Call when all
/// blocks are parsed, but no inlines.
void join_lines_of_footnote_labels(cmark_node* root);

/// The label of a definition as its author wrote it.
std::string footnote_label(cmark_node* definition);

/// The number of a note, from 1 on, once it is set.
std::size_t footnote_number(cmark_node* definition);
void set_footnote_number(cmark_node* definition, std::size_t number);

}  // namespace loom::markdown
