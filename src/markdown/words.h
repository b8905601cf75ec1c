// Counting words. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace loom::markdown {

/// Runs of letters and digits, with apostrophes, dots and underscores between two of them taken as inside a
/// word, and each CJK ideograph as a word of its own: the words of Unicode UAX #29 that hold a letter or
/// digit, but for scripts that need a dictionary. Requires: UTF-8.
std::size_t count_words(std::string_view text);

}  // namespace loom::markdown
