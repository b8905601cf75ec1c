#include "markdown/heading_attributes.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <memory>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "markdown/html/node.h"

namespace loom::markdown {
namespace {

/// Adds one `#id` or `.class`; false when the word is neither.
bool add_word(HeadingAttributes& attributes, std::string_view word) {
  if (word.size() < 2) {
    return false;
  }
  if (word.front() == '#') {
    attributes.id = word.substr(1);
    return true;
  }
  if (word.front() != '.') {
    return false;
  }
  attributes.classes += attributes.classes.empty() ? "" : " ";
  attributes.classes += word.substr(1);
  return true;
}

/// False when a word is neither an id nor a class.
bool add_words(HeadingAttributes& attributes, std::string_view words) {
  bool all_added = true;
  std::size_t begin = words.find_first_not_of(" \t");
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find_first_of(" \t", begin), words.size());
    all_added = add_word(attributes, words.substr(begin, end - begin)) && all_added;
    begin = words.find_first_not_of(" \t", end);
  }
  return all_added;
}

std::string_view without_trailing_space(std::string_view text) {
  while (!text.empty() && base::is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

/// "A title ##" is "A title": the parser has looked for the closing mark behind the attributes.
std::string_view without_closing_mark(std::string_view text) {
  const std::size_t end = text.find_last_not_of('#') + 1;
  const bool is_mark = end < text.size() && (end == 0 || text[end - 1] == ' ' || text[end - 1] == '\t');
  return is_mark ? without_trailing_space(text.substr(0, end)) : text;
}

/// By its length: the buffer of a heading without text has no end mark.
std::string_view content_of(const cmark_node& node) {
  return {reinterpret_cast<const char*>(node.content.ptr), static_cast<std::size_t>(node.content.size)};
}

void take_attributes(cmark_node* heading, AttributeRule rule) {
  const std::string_view content = content_of(*heading);
  auto attributes = parse_heading_attributes(content, rule);
  if (!attributes) {
    return;
  }
  const std::string text(without_closing_mark(content.substr(0, attributes->text_bytes)));
  cmark_node_set_string_content(heading, text.c_str());
  cmark_node_set_user_data(heading, new HeadingAttributes(std::move(*attributes)));
  cmark_node_set_user_data_free_func(
      heading, [](cmark_mem*, void* kept) { delete static_cast<HeadingAttributes*>(kept); });
}

}  // namespace

std::optional<HeadingAttributes> parse_heading_attributes(std::string_view text, AttributeRule rule) {
  text = without_trailing_space(text);
  if (!text.ends_with('}')) {
    return std::nullopt;
  }
  text.remove_suffix(1);
  const std::size_t open = text.find_last_of("{}<>\\\r\n");
  if (open == std::string_view::npos || text[open] != '{') {
    return std::nullopt;
  }
  HeadingAttributes attributes;
  const bool only_names = add_words(attributes, text.substr(open + 1));
  const bool has_name = !attributes.id.empty() || !attributes.classes.empty();
  const bool is_escaped = open > 0 && text[open - 1] == '\\';
  if (rule == AttributeRule::OnlyNames && (!only_names || !has_name || is_escaped)) {
    return std::nullopt;
  }
  attributes.text_bytes = without_trailing_space(text.substr(0, open)).size();
  return attributes;
}

void take_heading_attributes(cmark_node* root, AttributeRule rule) {
  for (cmark_node* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_type(node, CMARK_NODE_HEADING)) {
      take_attributes(node, rule);
    }
  }
}

const HeadingAttributes* heading_attributes(cmark_node* heading) {
  return static_cast<const HeadingAttributes*>(cmark_node_get_user_data(heading));
}

}  // namespace loom::markdown
