// The tables of transliteration, written into the program when it is built. Any thread.
#pragma once

#include <string_view>

namespace loom::base {

/// Three bytes per code point from 0 on: two characters, or an offset into the texts, lowest byte first; then
/// the length. Up to two characters stand in the first two bytes themselves.
std::string_view transliteration_pointers();
/// What is longer than two characters.
std::string_view transliteration_texts();

}  // namespace loom::base
