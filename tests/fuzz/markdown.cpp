// Markdown to HTML. The first two bytes choose the options; the rest is the text. Without raw HTML in it,
// every element that is opened is closed in its order.
#include <cstdio>
#include <vector>

#include "base/ascii.h"
#include "base/check.h"
#include "base/utf8.h"
#include "fuzz/target.h"
#include "markdown/document.h"

using namespace loom;

namespace {

markdown::MarkdownOptions options_of(std::uint8_t first, std::uint8_t second) {
  const auto bit = [](std::uint8_t byte, int index) { return (byte >> index & 1) != 0; };
  markdown::MarkdownOptions options;
  options.anchor_links = static_cast<markdown::AnchorLinks>(first & 3);
  options.smart_punctuation = bit(first, 2);
  options.code.highlight = bit(first, 3);
  options.github_alerts = bit(first, 4);
  options.autolink = bit(first, 5);
  options.render_emoji = bit(first, 6);
  options.slugify_anchors = bit(first, 7);
  options.external_links_target_blank = bit(second, 0);
  options.external_links_no_follow = bit(second, 1);
  options.external_links_class = bit(second, 2) ? "out" : "";
  options.lazy_async_images = bit(second, 3);
  options.drop_first_heading = bit(second, 4);
  options.source_positions = bit(second, 5);
  if (bit(second, 6)) {
    options.markup = markdown::MarkupStyle::Zola;
    options.code.markup = bit(first, 3) ? markdown::CodeMarkup::Giallo : markdown::CodeMarkup::Syntect;
  }
  options.definition_lists = bit(second, 7);
  options.bottom_footnotes = bit(second, 7);
  options.code.inline_colors = bit(second, 0);
  return options;
}

bool is_void(std::string_view name) {
  return name == "br" || name == "hr" || name == "img" || name == "input" || name == "col";
}

/// Behind the tag that starts at `at`; quoted values may hold `>`.
std::size_t tag_end(std::string_view html, std::size_t at) {
  char quote = '\0';
  for (; at < html.size(); ++at) {
    if (quote != '\0') {
      quote = html[at] == quote ? '\0' : quote;
    } else if (html[at] == '"') {
      quote = html[at];
    } else if (html[at] == '>') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

bool is_balanced(std::string_view html) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const bool closes = html.substr(at + 1).starts_with('/');
    const std::size_t start = at + (closes ? 2 : 1);
    std::size_t end = start;
    while (end < html.size() && (base::is_alnum(html[end]) || html[end] == '-')) {
      ++end;
    }
    const std::string_view name = html.substr(start, end - start);
    at = tag_end(html, end);
    if (name.empty() || at == std::string_view::npos) {
      return false;
    }
    if (closes) {
      if (open.empty() || open.back() != name) {
        return false;
      }
      open.pop_back();
    } else if (!is_void(name)) {
      open.push_back(name);
    }
  }
  return open.empty();
}

void check_balanced(std::string_view html) {
  if (!is_balanced(html)) {
    std::fwrite(html.data(), 1, html.size(), stderr);
    LOOM_CHECK(false);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) {
    return 0;
  }
  const std::string text = base::repair_utf8(fuzz::text_of_input(data + 2, size - 2));
  markdown::MarkdownInput input;
  input.text = text;
  input.file = "content/a.md";
  input.options = options_of(data[0], data[1]);
  base::Diagnostics diagnostics;
  const markdown::Document document = markdown::render_markdown(input, diagnostics);
  const std::string line = markdown::render_markdown_inline(text, input.options);
  LOOM_CHECK(base::repair_utf8(document.html) == document.html);
  if (text.find('<') == std::string::npos) {
    check_balanced(document.html);
    check_balanced(line);
  }
  return 0;
}
