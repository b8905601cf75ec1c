#include "migration/shortcode_text.h"

#include <algorithm>

#include "base/ascii.h"

namespace loom::migration {

namespace {

/// Strings of shortcodes have no escapes, but three kinds of quotes.
std::string quoted(std::string_view text) {
  for (const char quote : {'"', '\'', '`'}) {
    if (text.find(quote) == std::string_view::npos) {
      return quote + std::string(text) + quote;
    }
  }
  std::string entities;
  for (const char c : text) {
    entities += c == '"' ? "&quot;" : std::string(1, c);
  }
  return '"' + entities + '"';
}

std::string call_text(std::string_view name, const ShortcodeArguments& arguments) {
  std::string text;
  for (const auto& [key, value] : arguments) {
    text += (text.empty() ? "" : ", ") + shortcode_name(key) + "=" + quoted(value);
  }
  return shortcode_name(name) + "(" + text + ")";
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && base::is_space(text[at])) {
    ++at;
  }
  return at;
}

/// Whether a name and "(" follow the two characters at `at`.
bool opens_call(std::string_view text, std::size_t at) {
  std::size_t begin = at + 2;
  if (begin < text.size() && text[begin] == '-') {
    ++begin;
  }
  begin = skip_blanks(text, begin);
  std::size_t end = begin;
  while (end < text.size() && (base::is_alnum(text[end]) || text[end] == '_' || text[end] == ':')) {
    ++end;
  }
  const std::size_t after = skip_blanks(text, end);
  return end != begin && after < text.size() && text[after] == '(';
}

}  // namespace

std::string shortcode_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    out += base::is_alnum(c) ? c : '_';
  }
  return out.empty() || base::is_digit(out[0]) ? "_" + out : out;
}

std::string inline_shortcode(std::string_view name, const ShortcodeArguments& arguments) {
  return "{{ " + call_text(name, arguments) + " }}";
}

std::string opening_shortcode(std::string_view name, const ShortcodeArguments& arguments) {
  return "{% " + call_text(name, arguments) + " %}";
}

std::string escape_shortcodes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view opening = text.substr(at, 2);
    const bool is_call = (opening == "{{" || opening == "{%") && opens_call(text, at);
    const std::size_t close = is_call ? text.find(opening == "{{" ? "}}" : "%}", at + 2) : std::string::npos;
    if (close == std::string::npos) {
      out += text[at++];
      continue;
    }
    out.append(opening).append("/*").append(text.substr(at + 2, close - at - 2));
    out.append("*/").append(text.substr(close, 2));
    at = close + 2;
  }
  return out;
}

}  // namespace loom::migration
