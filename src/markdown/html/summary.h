// The part of a page before `<!-- more -->`. One thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "markdown/markup_templates.h"

struct cmark_node;

namespace loom::markdown {

/// `html` without the references to footnotes, which a list of summaries does not show, with the elements
/// around `node` closed, behind the mark of `templates` (may be null) when there are any. Nothing when `node`
/// stands where no summary can end: in a heading, a table or a footnote.
std::optional<std::string> cut_summary(std::string_view html, cmark_node* node,
                                       const MarkupTemplates* templates);

}  // namespace loom::markdown
