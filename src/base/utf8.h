// UTF-8: validation and repair, counting, slugs (on utf8proc).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loom::base {

/// Byte offset of the first byte that is not well-formed UTF-8 (RFC 3629), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);
/// Each maximal ill-formed part becomes U+FFFD.
std::string repair_utf8(std::string_view text);
/// Requires: text is UTF-8. Characters are code points.
std::size_t count_characters(std::string_view text);
/// Byte length of the first `count` characters of `text`.
std::size_t prefix_bytes(std::string_view text, std::size_t count);
void append_utf8(std::string& out, std::uint32_t code_point);
/// The code point at `offset`, and its length in bytes by `length`. Requires: well-formed text, offset inside
/// it.
std::uint32_t decode_utf8(std::string_view text, std::size_t offset, std::size_t& length);

std::string to_lower_unicode(std::string_view text);
std::string to_upper_unicode(std::string_view text);
bool is_unicode_letter_or_digit(std::uint32_t code_point);
bool is_unicode_space(std::uint32_t code_point);

/// Zola's slug: what ASCII stands for the text (transliteration.h) in lower case, with one "-" for each run
/// of anything but letters and digits, and none at the ends.
std::string slugify(std::string_view text);

}  // namespace loom::base
