#include "markdown/html/inlines.h"

#include "markdown/html/node.h"
#include "markdown/raw_html.h"

// The type number of an extension's node is known only after registration; the library exports it as a
// variable that no header declares for users.
extern "C" cmark_node_type CMARK_NODE_STRIKETHROUGH;  // NOLINT(readability-identifier-naming): theirs

namespace loom::markdown {

std::string_view inline_begin(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
      return "<em>";
    case CMARK_NODE_STRONG:
      return "<strong>";
    default:
      return is_type(node, CMARK_NODE_STRIKETHROUGH) ? "<del>" : "";
  }
}

std::string_view inline_end(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
      return "</em>";
    case CMARK_NODE_STRONG:
      return "</strong>";
    case CMARK_NODE_LINK:
      return "</a>";
    default:
      return is_type(node, CMARK_NODE_STRIKETHROUGH) ? "</del>" : "";
  }
}

void write_inline_code(Context& context, cmark_node* node) {
  const std::string_view code = literal_of(node);
  context.html() += "<code>";
  append_content(context, code);
  context.html() += "</code>";
  context.plain() += code;
}

void write_soft_break(Context& context) {
  context.html() += '\n';
  context.plain() += ' ';
}

void write_hard_break(Context& context) {
  context.html() += "<br />\n";
  context.plain() += ' ';
}

void write_inline_html(Context& context, std::string_view html) {
  context.html() += html;
  append_html_anchors(context.document.anchors, html);
}

}  // namespace loom::markdown
