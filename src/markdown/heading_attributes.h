// `{#id .class}` at the end of a heading, as in Zola. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace loom::markdown {

struct HeadingAttributes {
  /// "" when the author gave none.
  std::string id;
  /// Separated by one blank; "" when there are none.
  std::string classes;
  /// Length of the heading's text before the attributes and the blanks in front of them.
  std::size_t text_bytes = 0;
};

/// Nothing when `text` does not end in braces that hold only `#id` and `.class`, at least one of them. Dashes
/// and dots that smart punctuation joined are taken apart again.
std::optional<HeadingAttributes> parse_heading_attributes(std::string_view text);

}  // namespace loom::markdown
