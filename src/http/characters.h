// Character classes of HTTP as one lookup table. Any thread. RFC 9110 §5.5, §5.6.2; RFC 3986.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"

namespace loom::http {

inline constexpr std::uint8_t kTokenClass = 1;
inline constexpr std::uint8_t kFieldValueClass = 2;
inline constexpr std::uint8_t kTargetClass = 4;
inline constexpr std::uint8_t kHostClass = 8;
inline constexpr std::uint8_t kQuotedTextClass = 16;

namespace internal {

constexpr bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

constexpr std::uint8_t classes_of(unsigned char byte) {
  const char c = static_cast<char>(byte);
  const bool visible = byte > 0x20 && byte < 0x7F;
  const bool text = visible || byte >= 0x80 || c == ' ' || c == '\t';
  std::uint8_t classes = 0;
  if (base::is_alnum(c) || is_one_of(c, "!#$%&'*+-.^_`|~")) {
    classes |= kTokenClass;
  }
  if (text) {
    classes |= kFieldValueClass;
  }
  if (visible && !is_one_of(c, "#\"<>")) {
    classes |= kTargetClass;
  }
  if (base::is_alnum(c) || is_one_of(c, "-._~!$&'()*+,;=%")) {
    classes |= kHostClass;
  }
  if (text && c != '"' && c != '\\') {
    classes |= kQuotedTextClass;
  }
  return classes;
}

constexpr std::array<std::uint8_t, 256> make_class_table() {
  std::array<std::uint8_t, 256> table{};
  for (unsigned int byte = 0; byte < 256; ++byte) {
    table[byte] = classes_of(static_cast<unsigned char>(byte));
  }
  return table;
}

inline constexpr std::array<std::uint8_t, 256> kClasses = make_class_table();

}  // namespace internal

constexpr bool has_class(char c, std::uint8_t character_class) {
  return (internal::kClasses[static_cast<unsigned char>(c)] & character_class) != 0;
}

/// RFC 9110 §5.6.2.
constexpr bool is_token_character(char c) {
  return has_class(c, kTokenClass);
}
/// Visible, space, tab and obs-text: no control characters (RFC 9110 §5.5).
constexpr bool is_field_value_character(char c) {
  return has_class(c, kFieldValueClass);
}
/// What a request target may hold. Wider than RFC 3986 by the visible characters that browsers send unescaped
/// in queries: [ ] { } | ^ ` and \.
constexpr bool is_target_character(char c) {
  return has_class(c, kTargetClass);
}
/// reg-name of RFC 3986 §3.2.2; "%" stands for an escape.
constexpr bool is_host_character(char c) {
  return has_class(c, kHostClass);
}
/// qdtext (RFC 9110 §5.6.4).
constexpr bool is_quoted_text_character(char c) {
  return has_class(c, kQuotedTextClass);
}
/// Optional white space (RFC 9110 §5.6.3).
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

constexpr bool is_token(std::string_view text) {
  for (const char c : text) {
    if (!is_token_character(c)) {
      return false;
    }
  }
  return !text.empty();
}

/// -1 when `c` is no hexadecimal digit.
constexpr int hex_value(char c) {
  if (base::is_digit(c)) {
    return c - '0';
  }
  const char lower = base::to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Views into `text`, blanks at both ends left out.
constexpr std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

/// Whether `text` is `lower` but for the case of ASCII letters. Requires: `lower` has no capitals.
constexpr bool equals_lower(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (base::to_lower(text[i]) != lower[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace loom::http
