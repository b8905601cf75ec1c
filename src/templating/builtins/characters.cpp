#include "templating/builtins/characters.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace loom::templating {

namespace {

constexpr std::uint32_t kJoiner = 0x200D;

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

bool extends_character(std::uint32_t code_point) {
  static constexpr std::array<Range, 11> kRanges = {{{0x0300, 0x036F},
                                                     {0x0483, 0x0489},
                                                     {0x0591, 0x05BD},
                                                     {0x064B, 0x065F},
                                                     {0x093A, 0x094D},
                                                     {0x1AB0, 0x1AFF},
                                                     {0x1DC0, 0x1DFF},
                                                     {kJoiner, kJoiner},
                                                     {0x20D0, 0x20FF},
                                                     {0xFE00, 0xFE0F},
                                                     {0x1F3FB, 0x1F3FF}}};
  for (const Range& range : kRanges) {
    if (code_point >= range.first && code_point <= range.last) {
      return true;
    }
  }
  return false;
}

bool is_regional(std::uint32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

}  // namespace

std::size_t first_character_bytes(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  std::size_t length = 0;
  std::uint32_t last = base::decode_utf8(text, 0, length);
  std::size_t end = length;
  if (last == '\r' && end < text.size() && text[end] == '\n') {
    return end + 1;
  }
  bool flag_open = is_regional(last);
  while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
    const std::uint32_t next = base::decode_utf8(text, end, length);
    const bool pairs = flag_open && is_regional(next);
    if (!extends_character(next) && last != kJoiner && !pairs) {
      break;
    }
    flag_open = false;
    last = next;
    end += length;
  }
  return end;
}

std::size_t first_characters_bytes(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count && end < text.size(); ++i) {
    end += first_character_bytes(text.substr(end));
  }
  return end;
}

}  // namespace loom::templating
