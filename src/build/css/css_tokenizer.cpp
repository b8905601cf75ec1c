#include "build/css/css_tokenizer.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace loom::build {
namespace {

constexpr std::size_t kEscapeDigitsMax = 6;

bool is_css_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_line_end(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

bool is_hex_digit(char c) {
  return base::is_digit(c) || (base::to_lower(c) >= 'a' && base::to_lower(c) <= 'f');
}

bool is_name_byte(char c) {
  return base::is_alnum(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_escape(std::string_view css, std::size_t at) {
  return css[at] == '\\' && at + 1 < css.size() && !is_line_end(css[at + 1]);
}

/// Behind an escape: the white space that ends a number belongs to it.
std::size_t escape_end(std::string_view css, std::size_t at) {
  ++at;
  if (!is_hex_digit(css[at])) {
    return at + 1;
  }
  const std::size_t digits_end = std::min(at + kEscapeDigitsMax, css.size());
  while (at < digits_end && is_hex_digit(css[at])) {
    ++at;
  }
  if (css.substr(at).starts_with("\r\n")) {
    return at + 2;
  }
  return at + (at < css.size() && is_css_space(css[at]) ? 1 : 0);
}

std::size_t word_end(std::string_view css, std::size_t at) {
  while (at < css.size()) {
    if (is_name_byte(css[at])) {
      ++at;
    } else if (is_escape(css, at)) {
      at = escape_end(css, at);
    } else {
      break;
    }
  }
  return at;
}

std::size_t space_end(std::string_view css, std::size_t at) {
  while (at < css.size() && is_css_space(css[at])) {
    ++at;
  }
  return at;
}

/// A string that its line ends is broken off there.
std::size_t string_end(std::string_view css, std::size_t at) {
  const char quote = css[at];
  for (++at; at < css.size(); ++at) {
    if (css[at] == quote) {
      return at + 1;
    }
    if (is_line_end(css[at])) {
      return at;
    }
    at += css[at] == '\\' && at + 1 < css.size() ? 1 : 0;
  }
  return css.size();
}

std::size_t url_end(std::string_view css, std::size_t at) {
  for (; at < css.size(); ++at) {
    if (css[at] == ')') {
      return at + 1;
    }
    at += css[at] == '\\' && at + 1 < css.size() ? 1 : 0;
  }
  return css.size();
}

CssToken take_word(std::string_view css, std::size_t at) {
  const std::size_t end = word_end(css, at);
  if (end == css.size() || css[end] != '(') {
    return {CssTokenKind::Word, css.substr(at, end - at)};
  }
  if (base::equals_ignore_case(css.substr(at, end - at), "url")) {
    const std::size_t value = space_end(css, end + 1);
    if (value < css.size() && css[value] != '"' && css[value] != '\'') {
      return {CssTokenKind::Url, css.substr(at, url_end(css, value) - at)};
    }
  }
  return {CssTokenKind::Function, css.substr(at, end + 1 - at)};
}

CssToken take_token(std::string_view css, std::size_t at) {
  const char c = css[at];
  if (is_css_space(c)) {
    return {CssTokenKind::Space, css.substr(at, space_end(css, at) - at)};
  }
  if (css.substr(at).starts_with("/*")) {
    const std::size_t end = css.find("*/", at + 2);
    return {CssTokenKind::Comment, css.substr(at, end == std::string_view::npos ? end : end + 2 - at)};
  }
  if (c == '"' || c == '\'') {
    return {CssTokenKind::String, css.substr(at, string_end(css, at) - at)};
  }
  if (is_name_byte(c) || is_escape(css, at)) {
    return take_word(css, at);
  }
  if (c == '@' && word_end(css, at + 1) > at + 1) {
    return {CssTokenKind::AtWord, css.substr(at, word_end(css, at + 1) - at)};
  }
  return {CssTokenKind::Mark, css.substr(at, 1)};
}

std::string unescaped(std::string_view text) {
  std::string value;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '\\') {
      value += text[at++];
    } else if (at + 1 == text.size()) {
      ++at;
    } else if (is_line_end(text[at + 1])) {
      at += text.substr(at + 1).starts_with("\r\n") ? 3 : 2;
    } else if (!is_hex_digit(text[at + 1])) {
      value += text[at + 1];
      at += 2;
    } else {
      const std::size_t end = escape_end(text, at);
      std::uint32_t number = 0;
      for (std::size_t i = at + 1; i < end && is_hex_digit(text[i]); ++i) {
        const char digit = base::to_lower(text[i]);
        number =
            number * 16 + static_cast<std::uint32_t>(base::is_digit(digit) ? digit - '0' : digit - 'a' + 10);
      }
      const bool is_character = number != 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
      base::append_utf8(value, is_character ? number : 0xFFFD);
      at = end;
    }
  }
  return value;
}

}  // namespace

std::vector<CssToken> tokenize_css(std::string_view css) {
  std::vector<CssToken> tokens;
  for (std::size_t at = 0; at < css.size(); at += tokens.back().raw.size()) {
    tokens.push_back(take_token(css, at));
  }
  return tokens;
}

std::string css_value(const CssToken& token) {
  std::string_view text = token.raw;
  if (token.kind == CssTokenKind::Url) {
    text.remove_prefix(std::string_view("url(").size());
    text.remove_suffix(text.ends_with(')') ? 1 : 0);
    return unescaped(base::trim(text));
  }
  text.remove_suffix(text.size() > 1 && text.back() == text.front() ? 1 : 0);
  text.remove_prefix(1);
  return unescaped(text);
}

std::string css_string(std::string_view value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      text += '\\';
    }
    text += is_line_end(c) ? "\\a " : std::string(1, c);
  }
  return text + "\"";
}

bool is_css_name(const CssToken& token, std::string_view lower_case) {
  std::string_view name = token.raw;
  if (token.kind == CssTokenKind::Function) {
    name.remove_suffix(1);
  } else if (token.kind == CssTokenKind::AtWord) {
    name.remove_prefix(1);
  } else if (token.kind != CssTokenKind::Word) {
    return false;
  }
  return base::equals_ignore_case(name, lower_case);
}

}  // namespace loom::build
