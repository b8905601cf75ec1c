#include "base/utf8.h"

#include <algorithm>
#include <utf8proc.h>
#include <utility>

#include "base/ascii.h"
#include "base/check.h"
#include "base/transliteration.h"

namespace loom::base {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xc0) == 0x80;
}

/// What RFC 3629 §4 allows after a lead byte: how many bytes in all, and the range of the second.
struct Lead {
  std::size_t length = 0;
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xbf;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) {
    return {1, 0x80, 0xbf};
  }
  if (byte >= 0xc2 && byte <= 0xdf) {
    return {2, 0x80, 0xbf};
  }
  if (byte >= 0xe0 && byte <= 0xef) {
    return {3, static_cast<unsigned char>(byte == 0xe0 ? 0xa0 : 0x80),
            static_cast<unsigned char>(byte == 0xed ? 0x9f : 0xbf)};
  }
  if (byte >= 0xf0 && byte <= 0xf4) {
    return {4, static_cast<unsigned char>(byte == 0xf0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xf4 ? 0x8f : 0xbf)};
  }
  return {};
}

/// Bytes of the character at `offset`, and whether they are well formed; an ill-formed one is the longest
/// prefix of a character that is there (Unicode 15 §3.9, "maximal subpart"), at least one byte.
struct Sequence {
  std::size_t length = 1;
  bool valid = false;
};

Sequence sequence_at(std::string_view text, std::size_t offset) {
  const Lead lead = lead_of(byte_at(text, offset));
  if (lead.length <= 1) {
    return {1, lead.length == 1};
  }
  std::size_t length = 1;
  while (length < lead.length && offset + length < text.size()) {
    const unsigned char byte = byte_at(text, offset + length);
    const bool fits =
        length == 1 ? byte >= lead.second_min && byte <= lead.second_max : is_continuation(byte);
    if (!fits) {
      break;
    }
    ++length;
  }
  return {length, length == lead.length};
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (byte_at(text, i) < 0x80) {
      ++i;
      continue;
    }
    const Sequence sequence = sequence_at(text, i);
    if (!sequence.valid) {
      return i;
    }
    i += sequence.length;
  }
  return std::nullopt;
}

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Sequence sequence = sequence_at(text, i);
    out += sequence.valid ? text.substr(i, sequence.length) : kReplacement;
    i += sequence.length;
  }
  return out;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

std::size_t prefix_bytes(std::string_view text, std::size_t count) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (!is_continuation(byte_at(text, i)) && count-- == 0) {
      break;
    }
    ++i;
  }
  return i;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::uint32_t decode_utf8(std::string_view text, std::size_t offset, std::size_t& length) {
  LOOM_CHECK(offset < text.size());
  utf8proc_int32_t code_point = 0;
  const auto consumed = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
                                         static_cast<utf8proc_ssize_t>(text.size() - offset), &code_point);
  if (consumed < 1) {
    length = 1;
    return 0xfffd;
  }
  length = static_cast<std::size_t>(consumed);
  return static_cast<std::uint32_t>(code_point);
}

namespace {

/// Characters whose capital is more than one character (Unicode 15, SpecialCasing.txt, without conditions and
/// without polytonic Greek).
std::string_view long_capital_of(std::uint32_t code_point) {
  struct Capital {
    std::uint32_t code_point;
    std::string_view text;
  };
  static constexpr Capital kCapitals[] = {{0xDF, "SS"},
                                          {0x149, "\u02BCN"},
                                          {0x1F0, "J\u030C"},
                                          {0x390, "\u0399\u0308\u0301"},
                                          {0x3B0, "\u03A5\u0308\u0301"},
                                          {0x587, "\u0535\u0552"},
                                          {0x1E96, "H\u0331"},
                                          {0x1E97, "T\u0308"},
                                          {0x1E98, "W\u030A"},
                                          {0x1E99, "Y\u030A"},
                                          {0x1E9A, "A\u02BE"},
                                          {0xFB00, "FF"},
                                          {0xFB01, "FI"},
                                          {0xFB02, "FL"},
                                          {0xFB03, "FFI"},
                                          {0xFB04, "FFL"},
                                          {0xFB05, "ST"},
                                          {0xFB06, "ST"},
                                          {0xFB13, "\u0544\u0546"},
                                          {0xFB14, "\u0544\u0535"},
                                          {0xFB15, "\u0544\u053B"},
                                          {0xFB16, "\u054E\u0546"},
                                          {0xFB17, "\u0544\u053D"}};
  for (const Capital& capital : kCapitals) {
    if (capital.code_point == code_point) {
      return capital.text;
    }
  }
  return {};
}

constexpr std::uint32_t kCapitalSigma = 0x3A3;
constexpr std::uint32_t kCapitalDottedI = 0x130;

/// Whether the sigma of `length` bytes at `offset` ends a word: a letter is before it and none behind.
bool is_final_sigma(std::string_view text, std::size_t offset, std::size_t length) {
  std::size_t start = offset;
  while (start > 0 && is_continuation(byte_at(text, --start))) {
  }
  std::size_t ignored = 0;
  const auto is_letter_at = [&](std::size_t at) {
    return is_unicode_letter_or_digit(decode_utf8(text, at, ignored));
  };
  return offset > 0 && is_letter_at(start) &&
         (offset + length >= text.size() || !is_letter_at(offset + length));
}

}  // namespace

std::string to_lower_unicode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0, length = 0; i < text.size(); i += length) {
    const std::uint32_t code_point = decode_utf8(text, i, length);
    if (code_point == kCapitalSigma && is_final_sigma(text, i, length)) {
      out += "\u03C2";
    } else if (code_point == kCapitalDottedI) {
      out += "i\u0307";
    } else {
      append_utf8(out,
                  static_cast<std::uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point))));
    }
  }
  return out;
}

std::string to_upper_unicode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0, length = 0; i < text.size(); i += length) {
    const std::uint32_t code_point = decode_utf8(text, i, length);
    if (const std::string_view capital = long_capital_of(code_point); !capital.empty()) {
      out += capital;
    } else {
      append_utf8(out,
                  static_cast<std::uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(code_point))));
    }
  }
  return out;
}

bool is_unicode_letter_or_digit(std::uint32_t code_point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

bool is_unicode_space(std::uint32_t code_point) {
  return (code_point < 0x80 && is_space(static_cast<char>(code_point))) || code_point == 0x85 ||
         utf8proc_category(static_cast<utf8proc_int32_t>(code_point)) == UTF8PROC_CATEGORY_ZS;
}

namespace {

class SlugBuilder {
 public:
  void add(std::string_view ascii) {
    for (const char c : ascii) {
      if (!is_alnum(c)) {
        is_gap_ = !slug_.empty();
        continue;
      }
      if (std::exchange(is_gap_, false)) {
        slug_ += '-';
      }
      slug_ += to_lower(c);
    }
  }
  std::string take() { return std::move(slug_); }

 private:
  std::string slug_;
  bool is_gap_ = false;
};

}  // namespace

std::string slugify(std::string_view text) {
  const std::string valid = find_invalid_utf8(text) ? repair_utf8(text) : std::string(text);
  SlugBuilder slug;
  for (std::size_t i = 0; i < valid.size();) {
    std::size_t length = 0;
    const std::uint32_t code_point = decode_utf8(valid, i, length);
    slug.add(code_point < 0x80 ? std::string_view(valid).substr(i, 1)
                               : find_ascii_form(code_point).value_or("-"));
    i += length;
  }
  return slug.take();
}

}  // namespace loom::base
