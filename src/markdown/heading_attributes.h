// `{#id .class}` at the end of a heading, read from its Markdown. Pure but for take_heading_attributes; any
// thread, each tree one at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

struct cmark_node;

namespace loom::markdown {

struct HeadingAttributes {
  /// "" when the author gave none.
  std::string id;
  /// Separated by one blank; "" when there are none.
  std::string classes;
  /// Length of the heading's text before the attributes and the blanks in front of them.
  std::size_t text_bytes = 0;
};

enum class AttributeRule : unsigned char {
  /// Braces that hold only `#id` and `.class`, at least one of them; others are text.
  OnlyNames,
  /// Whatever braces end the heading, as in Zola; words of them that are neither are left out.
  AllBraces
};

/// Nothing when `text` does not end in braces that are attributes by `rule`.
std::optional<HeadingAttributes> parse_heading_attributes(std::string_view text, AttributeRule rule);

/// Takes the attributes of all headings out of their text, before inlines are parsed, and leaves them with
/// the nodes.
void take_heading_attributes(cmark_node* root, AttributeRule rule);

/// What take_heading_attributes left with the heading, or null. Valid as long as the node.
const HeadingAttributes* heading_attributes(cmark_node* heading);

}  // namespace loom::markdown
