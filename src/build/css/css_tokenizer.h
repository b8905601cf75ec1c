// Cuts CSS into tokens, as far as white space, comments, strings and addresses need it (CSS Syntax Level 3,
// section 4). Every text is CSS; linear. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loom::build {

enum class CssTokenKind : std::uint8_t {
  Space,
  Comment,
  String,
  /// url(...) without quotes, as a whole.
  Url,
  /// A run of name characters, escapes included: identifiers, numbers, units.
  Word,
  /// A Word and the "(" behind it.
  Function,
  /// "@" and a Word.
  AtWord,
  /// One byte of anything else.
  Mark
};

/// Views into the text.
struct CssToken {
  CssTokenKind kind = CssTokenKind::Mark;
  std::string_view raw;

  bool is_mark(char c) const { return kind == CssTokenKind::Mark && raw[0] == c; }
};

/// The tokens together are `css`.
std::vector<CssToken> tokenize_css(std::string_view css);

/// What a String or Url token stands for, escapes resolved.
std::string css_value(const CssToken& token);
/// `value` as a String token.
std::string css_string(std::string_view value);

/// Compares the name of a Function or AtWord, or a Word, with a lower-case name.
bool is_css_name(const CssToken& token, std::string_view lower_case);

}  // namespace loom::build
