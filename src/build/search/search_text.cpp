#include "build/search/search_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "build/html/html_tokenizer.h"

namespace loom::build {
namespace {

/// Elements whose text is left out.
constexpr std::array<std::string_view, 3> kLeftOut = {"script", "style", "pre"};
struct NamedReference {
  std::string_view name;
  std::uint32_t code_point;
};

/// Those that people type, ordered; the text of a page is UTF-8, and the others stay as they are.
constexpr auto kNamed = std::to_array<NamedReference>(
    {{"AElig", 0xC6},    {"Aacute", 0xC1},   {"Acirc", 0xC2},   {"Agrave", 0xC0},   {"Aring", 0xC5},
     {"Atilde", 0xC3},   {"Auml", 0xC4},     {"Ccedil", 0xC7},  {"Eacute", 0xC9},   {"Ecirc", 0xCA},
     {"Egrave", 0xC8},   {"Euml", 0xCB},     {"Iacute", 0xCD},  {"Icirc", 0xCE},    {"Igrave", 0xCC},
     {"Iuml", 0xCF},     {"Ntilde", 0xD1},   {"OElig", 0x152},  {"Oacute", 0xD3},   {"Ocirc", 0xD4},
     {"Ograve", 0xD2},   {"Oslash", 0xD8},   {"Otilde", 0xD5},  {"Ouml", 0xD6},     {"Scaron", 0x160},
     {"Uacute", 0xDA},   {"Ucirc", 0xDB},    {"Ugrave", 0xD9},  {"Uuml", 0xDC},     {"Yacute", 0xDD},
     {"aacute", 0xE1},   {"acirc", 0xE2},    {"aelig", 0xE6},   {"agrave", 0xE0},   {"alpha", 0x3B1},
     {"apos", 0x27},     {"aring", 0xE5},    {"atilde", 0xE3},  {"auml", 0xE4},     {"bdquo", 0x201E},
     {"beta", 0x3B2},    {"bull", 0x2022},   {"ccedil", 0xE7},  {"cent", 0xA2},     {"copy", 0xA9},
     {"darr", 0x2193},   {"deg", 0xB0},      {"delta", 0x3B4},  {"divide", 0xF7},   {"eacute", 0xE9},
     {"ecirc", 0xEA},    {"egrave", 0xE8},   {"emsp", 0x2003},  {"ensp", 0x2002},   {"eth", 0xF0},
     {"euml", 0xEB},     {"euro", 0x20AC},   {"frac12", 0xBD},  {"frac14", 0xBC},   {"frac34", 0xBE},
     {"gamma", 0x3B3},   {"ge", 0x2265},     {"harr", 0x2194},  {"hellip", 0x2026}, {"iacute", 0xED},
     {"icirc", 0xEE},    {"iexcl", 0xA1},    {"igrave", 0xEC},  {"iquest", 0xBF},   {"iuml", 0xEF},
     {"lambda", 0x3BB},  {"laquo", 0xAB},    {"larr", 0x2190},  {"ldquo", 0x201C},  {"le", 0x2264},
     {"lsaquo", 0x2039}, {"lsquo", 0x2018},  {"mdash", 0x2014}, {"micro", 0xB5},    {"middot", 0xB7},
     {"minus", 0x2212},  {"ndash", 0x2013},  {"ne", 0x2260},    {"ntilde", 0xF1},   {"oacute", 0xF3},
     {"ocirc", 0xF4},    {"oelig", 0x153},   {"ograve", 0xF2},  {"omega", 0x3C9},   {"oslash", 0xF8},
     {"otilde", 0xF5},   {"ouml", 0xF6},     {"para", 0xB6},    {"pi", 0x3C0},      {"plusmn", 0xB1},
     {"pound", 0xA3},    {"quot", 0x22},     {"raquo", 0xBB},   {"rarr", 0x2192},   {"rdquo", 0x201D},
     {"reg", 0xAE},      {"rsaquo", 0x203A}, {"rsquo", 0x2019}, {"sbquo", 0x201A},  {"scaron", 0x161},
     {"sect", 0xA7},     {"shy", 0xAD},      {"sigma", 0x3C3},  {"sup2", 0xB2},     {"sup3", 0xB3},
     {"szlig", 0xDF},    {"thinsp", 0x2009}, {"thorn", 0xFE},   {"times", 0xD7},    {"trade", 0x2122},
     {"uacute", 0xFA},   {"uarr", 0x2191},   {"ucirc", 0xFB},   {"ugrave", 0xF9},   {"uuml", 0xFC},
     {"yacute", 0xFD},   {"yen", 0xA5},      {"yuml", 0xFF},    {"zwj", 0x200D},    {"zwnj", 0x200C}});
static_assert(std::is_sorted(kNamed.begin(), kNamed.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));
constexpr std::size_t kReferenceBytesMax = 10;

bool is_left_out(std::string_view name) {
  return std::any_of(kLeftOut.begin(), kLeftOut.end(),
                     [&](std::string_view element) { return is_tag_name(name, element); });
}

/// "&#8217;" or "&#x2019;" as a number.
std::optional<std::uint32_t> numeric_reference(std::string_view reference) {
  reference.remove_prefix(2);
  reference.remove_suffix(1);
  const bool is_hexadecimal = reference.starts_with('x') || reference.starts_with('X');
  reference.remove_prefix(is_hexadecimal ? 1 : 0);
  std::uint32_t number = 0;
  const char* end = reference.data() + reference.size();
  const auto [stop, error] = std::from_chars(reference.data(), end, number, is_hexadecimal ? 16 : 10);
  const bool is_character = number != 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  return error == std::errc() && stop == end && is_character ? std::optional(number) : std::nullopt;
}

void append_character(std::string& out, std::uint32_t code_point) {
  switch (code_point) {
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '&':
      out += "&amp;";
      break;
    case 0xA0:
      out += "&nbsp;";
      break;
    default:
      base::append_utf8(out, code_point);
  }
}

/// Writes what `text` begins with, a reference or a bare "&", and gives its length.
std::size_t append_reference(std::string& out, std::string_view text) {
  const std::size_t end = text.substr(0, kReferenceBytesMax).find(';');
  const std::string_view reference = end == std::string_view::npos ? "" : text.substr(0, end + 1);
  if (reference.starts_with("&#")) {
    if (const auto number = numeric_reference(reference)) {
      append_character(out, *number);
      return reference.size();
    }
  }
  const std::string_view name = reference.size() > 2 ? reference.substr(1, reference.size() - 2) : "";
  const auto* const known =
      std::lower_bound(kNamed.begin(), kNamed.end(), name,
                       [](const NamedReference& item, std::string_view key) { return item.name < key; });
  if (known != kNamed.end() && known->name == name) {
    append_character(out, known->code_point);
    return reference.size();
  }
  const bool is_named =
      !name.empty() && base::is_alpha(name[0]) && std::all_of(name.begin(), name.end(), base::is_alnum);
  out += is_named ? std::string(reference) : "&amp;";
  return is_named ? reference.size() : 1;
}

/// Text as a serialiser of HTML writes it.
void append_text(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find_first_of("&<>\xC2"), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) {
      return;
    }
    std::size_t used = 1;
    if (text[0] == '&') {
      used = append_reference(out, text);
    } else if (text.starts_with("\xC2\xA0")) {
      out += "&nbsp;";
      used = 2;
    } else if (text[0] == '\xC2') {
      out += text[0];
    } else {
      append_character(out, static_cast<unsigned char>(text[0]));
    }
    text.remove_prefix(used);
  }
}

std::string stripped(std::string_view html) {
  std::string text;
  HtmlTokenizer tokenizer(html);
  std::string_view left_out;
  std::size_t depth = 0;
  while (const auto token = tokenizer.next()) {
    if (token->kind == HtmlTokenKind::StartTag) {
      if (depth > 0) {
        depth += is_tag_name(token->name, base::lower_ascii(left_out)) ? 1 : 0;
      } else if (is_left_out(token->name)) {
        left_out = token->name;
        depth = 1;
      }
    } else if (token->kind == HtmlTokenKind::EndTag && depth > 0) {
      depth -= is_tag_name(token->name, base::lower_ascii(left_out)) ? 1 : 0;
    } else if (depth == 0 && (token->kind == HtmlTokenKind::Text || token->kind == HtmlTokenKind::RawText)) {
      append_text(text, token->raw);
    }
  }
  return text;
}

/// Cuts one word off `line`; "" at its end.
std::string_view take_word(std::string_view& line) {
  std::size_t begin = 0;
  std::size_t length = 0;
  while (begin < line.size() && base::is_unicode_space(base::decode_utf8(line, begin, length))) {
    begin += length;
  }
  std::size_t end = begin;
  while (end < line.size() && !base::is_unicode_space(base::decode_utf8(line, end, length))) {
    end += length;
  }
  const std::string_view word = line.substr(begin, end - begin);
  line.remove_prefix(end);
  return word;
}

}  // namespace

std::string search_text(std::string_view html, std::size_t characters_max) {
  const std::string text = stripped(html);
  std::string clean;
  clean.reserve(text.size());
  for (std::string_view line : base::split(text, '\n')) {
    const std::size_t line_begin = clean.size();
    for (std::string_view word = take_word(line); !word.empty(); word = take_word(line)) {
      if (!clean.empty()) {
        clean += clean.size() == line_begin ? '\n' : ' ';
      }
      clean += word;
    }
  }
  if (characters_max > 0) {
    clean.resize(std::min(base::prefix_bytes(clean, characters_max), clean.size()));
  }
  return clean;
}

}  // namespace loom::build
