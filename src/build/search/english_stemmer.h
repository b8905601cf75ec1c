// Porter's algorithm for English (M. F. Porter, An algorithm for suffix stripping, 1980) with the departures
// that elasticlunr.js has, which are neither those of "porter" nor of "english" in libstemmer: "bli" and
// "logi" in step 2, "y" after a vowel stays, words of one or two letters stay. Pure.
#pragma once

#include <string>
#include <string_view>

namespace loom::build {

/// Requires: `word` is in lower case. Bytes that are no vowel of ASCII count as consonants.
std::string english_stem(std::string_view word);

}  // namespace loom::build
