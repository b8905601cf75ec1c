#include "markdown/words.h"

#include <array>
#include <cstdint>

#include "base/ascii.h"
#include "base/utf8.h"

namespace loom::markdown {
namespace {

enum class Class : std::uint8_t { Break, Word, Joiner, Ideograph };

constexpr Class classify_ascii(char c) {
  if (base::is_alnum(c)) {
    return Class::Word;
  }
  return c == '.' || c == '_' || c == '\'' ? Class::Joiner : Class::Break;
}

constexpr std::array<bool, 256> make_ascii_words() {
  std::array<bool, 256> words{};
  for (std::size_t byte = 0; byte < words.size(); ++byte) {
    words[byte] = base::is_alnum(static_cast<char>(byte));
  }
  return words;
}

constexpr std::array<bool, 256> kAsciiWords = make_ascii_words();

bool is_ascii_word(char c) {
  return kAsciiWords[static_cast<unsigned char>(c)];
}

bool is_ideograph(std::uint32_t code_point) {
  return (code_point >= 0x3400 && code_point <= 0x9FFF) || (code_point >= 0x3040 && code_point <= 0x309F) ||
         (code_point >= 0xF900 && code_point <= 0xFAFF) || (code_point >= 0x20000 && code_point <= 0x3FFFF);
}

Class classify_unicode(std::uint32_t code_point) {
  constexpr std::uint32_t kApostrophe = 0x2019;
  constexpr std::uint32_t kMiddleDot = 0xB7;
  if (is_ideograph(code_point)) {
    return Class::Ideograph;
  }
  if (code_point == kApostrophe || code_point == kMiddleDot) {
    return Class::Joiner;
  }
  const bool is_combining = code_point >= 0x300 && code_point <= 0x36F;
  return is_combining || base::is_unicode_letter_or_digit(code_point) ? Class::Word : Class::Break;
}

/// Three states: outside a word, in one, and after a joiner that follows a word.
class WordCounter {
 public:
  void add(Class next) {
    switch (next) {
      case Class::Word:
        count_ += previous_ == Class::Break ? 1 : 0;
        previous_ = Class::Word;
        break;
      case Class::Ideograph:
        ++count_;
        previous_ = Class::Break;
        break;
      case Class::Joiner:
        previous_ = previous_ == Class::Word ? Class::Joiner : Class::Break;
        break;
      case Class::Break:
        previous_ = Class::Break;
        break;
    }
  }
  std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
  Class previous_ = Class::Break;
};

}  // namespace

std::size_t count_words(std::string_view text) {
  WordCounter counter;
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (is_ascii_word(text[offset])) {
      counter.add(Class::Word);
      do {
        ++offset;
      } while (offset < text.size() && is_ascii_word(text[offset]));
    } else if (const auto byte = static_cast<unsigned char>(text[offset]); byte < 0x80) {
      counter.add(classify_ascii(text[offset]));
      ++offset;
    } else {
      std::size_t length = 1;
      counter.add(classify_unicode(base::decode_utf8(text, offset, length)));
      offset += length;
    }
  }
  return counter.count();
}

}  // namespace loom::markdown
