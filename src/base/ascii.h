// Strict, locale-free text helpers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loom::base {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_alnum(char c) {
  return is_digit(c) || is_alpha(c);
}
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lower_ascii(std::string_view text);
bool equals_ignore_case(std::string_view a, std::string_view b);
/// Views into `text`.
std::string_view trim(std::string_view text);
/// Views into `text`; "a,,b" gives three parts, "" gives one.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Digits only, no sign, no spaces, no overflow; nothing otherwise.
std::optional<std::uint64_t> parse_unsigned(std::string_view text);

}  // namespace loom::base
