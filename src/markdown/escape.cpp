#include "markdown/escape.h"

#include <array>
#include <cstddef>

#include "base/ascii.h"

namespace loom::markdown {
namespace {

using ByteSet = std::array<bool, 256>;

constexpr ByteSet make_set(std::string_view bytes) {
  ByteSet set{};
  for (char c : bytes) {
    set[static_cast<unsigned char>(c)] = true;
  }
  return set;
}

constexpr ByteSet make_url_safe() {
  ByteSet set{};
  for (std::size_t byte = 0; byte < 128; ++byte) {
    set[byte] = base::is_alnum(static_cast<char>(byte));
  }
  for (char c : std::string_view("!#$%()*+,-./:;=?@_~")) {
    set[static_cast<unsigned char>(c)] = true;
  }
  return set;
}

constexpr ByteSet kTextSpecials = make_set("&<>\"");
constexpr ByteSet kBodySpecials = make_set("&<>");
constexpr ByteSet kUrlSafe = make_url_safe();

std::string_view text_reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

void append_url_byte(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  if (c == '&') {
    out += "&amp;";
  } else if (c == '\'') {
    out += "&#x27;";
  } else {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
}

/// The end of the part of `text` from `begin` on whose bytes are (`wanted`) or are not in `set`.
std::size_t span_end(std::string_view text, std::size_t begin, const ByteSet& set, bool wanted) {
  while (begin < text.size() && set[static_cast<unsigned char>(text[begin])] == wanted) {
    ++begin;
  }
  return begin;
}

void append_referenced(std::string& out, std::string_view text, const ByteSet& specials) {
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = span_end(text, begin, specials, false);
    out.append(text, begin, end - begin);
    if (end == text.size()) {
      return;
    }
    out += text_reference(text[end]);
    begin = end + 1;
  }
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  append_referenced(out, text, kTextSpecials);
}

void append_body_text(std::string& out, std::string_view text) {
  append_referenced(out, text, kBodySpecials);
}

void append_url(std::string& out, std::string_view url) {
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = span_end(url, begin, kUrlSafe, true);
    out.append(url, begin, end - begin);
    if (end == url.size()) {
      return;
    }
    append_url_byte(out, url[end]);
    begin = end + 1;
  }
}

}  // namespace loom::markdown
