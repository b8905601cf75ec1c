// The shortcodes of a site: the templates of templates/shortcodes/ and of its theme. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "build/functions/render_host.h"

namespace loom::build {

struct FoundShortcode {
  /// "shortcodes/note.html"; "" when no template of that name can be rendered.
  std::string template_name;
  /// There is a template, but it has mistakes, which were reported with it.
  bool is_broken = false;
  /// Its output is Markdown.
  bool is_markdown = false;
};

/// The template of a shortcode; of `note.html` and `note.md` the first. Notes the look in the ReadLog.
FoundShortcode find_shortcode(const RenderHost& host, std::string_view name);

/// Ordered.
std::vector<std::string> shortcode_names(const RenderHost& host);

}  // namespace loom::build
