// Characters as a reader counts them. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace loom::templating {

/// Byte length of the first character of `text`: a code point with the combining marks, variation selectors,
/// skin tones and joined emoji that follow it. A close approximation of UAX #29, without its tables. 0 for
/// "".
std::size_t first_character_bytes(std::string_view text);

/// Byte length of the first `count` characters, or of all of `text` when it has fewer.
std::size_t first_characters_bytes(std::string_view text, std::size_t count);

}  // namespace loom::templating
