// Block quotes, lists, paragraphs, code, raw HTML blocks: one function per node kind. One thread.
//
// A task is <li class="task-list-item"><input type="checkbox" checked="" disabled="" aria-label="Done" />
// ...</li>.
#pragma once

#include <string_view>
#include <vector>

#include "markdown/html/context.h"
#include "markdown/shortcodes.h"

namespace loom::markdown {

void enter_quote(Context& context, cmark_node* quote);
void leave_quote(Context& context);
void enter_list(Context& context, cmark_node* list);
void leave_list(Context& context, cmark_node* list);
void enter_item(Context& context, cmark_node* item);
void leave_item(Context& context);
void enter_paragraph(Context& context, cmark_node* paragraph);
void leave_paragraph(Context& context, cmark_node* paragraph);
/// A definition list, or a title or definition in it.
bool is_definition_part(cmark_node* node);
void enter_definition_part(Context& context, cmark_node* part);
void leave_definition_part(Context& context, cmark_node* part);
std::string_view definition_end(cmark_node* part);
void write_thematic_break(Context& context, cmark_node* node);
/// Returns the lines of the text that the block takes.
CodeLines write_code(Context& context, cmark_node* node);
void write_html_block(Context& context, std::string_view html);

/// Whether the paragraph is that of a tight list, which shows its text without `<p>`.
bool is_tight(cmark_node* paragraph);

}  // namespace loom::markdown
