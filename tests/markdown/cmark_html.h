// The parser's own HTML, as the measure for ours where no feature of ours is in play.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "markdown/options.h"
#include "markdown/tree.h"

namespace loom::markdown {

inline std::string cmark_html(std::string_view text) {
  const Tree tree = parse_tree(text);
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(tree.get(), CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, nullptr), &std::free);
  return html.get();
}

/// Nothing that goes beyond CommonMark.
inline MarkdownOptions plain_options() {
  MarkdownOptions options;
  options.code.highlight = false;
  options.github_alerts = false;
  options.autolink = false;
  return options;
}

inline std::string without(std::string text, std::string_view part) {
  for (std::size_t place = text.find(part); place != std::string::npos; place = text.find(part, place)) {
    text.erase(place, part.size());
  }
  return text;
}

/// `html` without the ids of headings and the class and names of tasks, which the parser does not write.
inline std::string without_own_markup(std::string html) {
  html = without(std::move(html), " class=\"task-list-item\"");
  html = without(std::move(html), " aria-label=\"Done\"");
  html = without(std::move(html), " aria-label=\"Not done\"");
  for (std::string_view open :
       {"<h1 id=\"", "<h2 id=\"", "<h3 id=\"", "<h4 id=\"", "<h5 id=\"", "<h6 id=\""}) {
    for (std::size_t place = html.find(open); place != std::string::npos;
         place = html.find(open, place + 1)) {
      const std::size_t id = place + 3;
      html.erase(id, html.find('>', id) - id);
    }
  }
  return html;
}

}  // namespace loom::markdown
