// What the writer must know of raw HTML, which passes through as it is: its ids and its text. A reader of
// tags, not an HTML parser: it judges what authors write into Markdown. Pure; any thread. Linear.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loom::markdown {

/// Adds the values of the id attributes, and of name attributes on `a`. Values are taken as they are,
/// character references included.
void append_html_anchors(std::vector<std::string>& anchors, std::string_view html);

/// Appends the text between the tags, without that of script and style elements and without comments; white
/// space becomes one blank.
void append_html_text(std::string& out, std::string_view html);

/// `html` without the tags of its links, whose content stays.
std::string without_link_tags(std::string_view html);

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first comment `<!-- more -->` of `html`, blanks and case aside.
std::optional<ByteRange> find_more_comment(std::string_view html);

}  // namespace loom::markdown
