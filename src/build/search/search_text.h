// The text of a page for the search index, as Zola puts it there. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace loom::build {

/// `html` without tags, comments and what script, style and pre hold. Each line has its words apart by one
/// blank, empty lines are gone. `<`, `>`, `&` and no-break spaces are character references. With
/// `characters_max` above 0 the text ends after so many.
std::string search_text(std::string_view html, std::size_t characters_max = 0);

}  // namespace loom::build
