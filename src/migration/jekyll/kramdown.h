// What kramdown adds to Markdown, in the words of CommonMark and Loom. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace loom::migration {

/// Called with a 1-based line and what could not be converted on it.
using LeaveLine = std::function<void(std::uint32_t line, std::string message)>;

/// Attribute lists (`{: #id .class}`) of headings move into the heading, others are dropped; `{:toc}` lists
/// go. The number of lines stays the same. Code is left alone.
std::string convert_kramdown(std::string_view text, const LeaveLine& leave);

/// A paragraph, quote or list with an attribute list of classes behind it gets an element with them around
/// it. After `convert_kramdown`, which leaves these lists in place.
std::string wrap_attributed_blocks(std::string_view text);

/// Elements with markdown="1" lose the attribute and get blank lines around what they hold.
std::string open_markdown_elements(std::string_view text);

}  // namespace loom::migration
