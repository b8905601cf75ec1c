#include "markdown/markup_templates.h"

#include "markdown/escape.h"

namespace loom::markdown {

std::string MarkupTemplates::render_anchor_link(std::string_view id, int /*level*/) const {
  std::string html = "<a class=\"zola-anchor\" href=\"#";
  append_url(html, id);
  html += "\" aria-label=\"Anchor link for: ";
  append_text(html, id);
  html += "\">\U0001F517</a>";
  return html;
}

std::string MarkupTemplates::render_summary_cutoff(std::string_view /*summary*/) const {
  return "&hellip;";
}

}  // namespace loom::markdown
