#include "markdown/heading_attributes.h"

#include <vector>

#include "base/ascii.h"
#include "markdown/smart_punctuation.h"

namespace loom::markdown {
namespace {

/// Adds one `#id` or `.class`; false when the word is neither.
bool add_word(HeadingAttributes& attributes, std::string_view word) {
  if (word.size() < 2 || word.find_first_of("{}") != std::string_view::npos) {
    return false;
  }
  if (word.front() == '#') {
    attributes.id = plain_punctuation(word.substr(1));
    return true;
  }
  if (word.front() != '.') {
    return false;
  }
  attributes.classes += attributes.classes.empty() ? "" : " ";
  attributes.classes += plain_punctuation(word.substr(1));
  return true;
}

}  // namespace

std::optional<HeadingAttributes> parse_heading_attributes(std::string_view text) {
  while (!text.empty() && base::is_space(text.back())) {
    text.remove_suffix(1);
  }
  const std::size_t open = text.rfind('{');
  if (open == std::string_view::npos || text.back() != '}') {
    return std::nullopt;
  }
  HeadingAttributes attributes;
  for (std::string_view word : base::split(text.substr(open + 1, text.size() - open - 2), ' ')) {
    if (!word.empty() && !add_word(attributes, word)) {
      return std::nullopt;
    }
  }
  if (attributes.id.empty() && attributes.classes.empty()) {
    return std::nullopt;
  }
  attributes.text_bytes = open;
  while (attributes.text_bytes > 0 && base::is_space(text[attributes.text_bytes - 1])) {
    --attributes.text_bytes;
  }
  return attributes;
}

}  // namespace loom::markdown
