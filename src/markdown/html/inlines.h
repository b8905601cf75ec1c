// Emphasis, code, breaks and raw HTML within a line: one function per node kind. One thread.
#pragma once

#include <string_view>

#include "markdown/html/context.h"

namespace loom::markdown {

/// `<em>`, `<strong>`, `<del>`; "" for other kinds.
std::string_view inline_begin(cmark_node* node);
/// `</em>`, `</strong>`, `</del>`, `</a>`; "" for other kinds.
std::string_view inline_end(cmark_node* node);

void write_inline_code(Context& context, cmark_node* node);
void write_soft_break(Context& context);
void write_hard_break(Context& context);
void write_inline_html(Context& context, std::string_view html);

}  // namespace loom::markdown
