// The tables of a language made ready for lookup. Built once at the first use, then constant: any thread.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markdown/highlight/language.h"

namespace loom::markdown::highlight {

struct WordMeaning {
  Token token = Token::Plain;
  Token next = Token::Plain;
};

/// The parts of a list that is separated by spaces. The views point into `list`.
std::vector<std::string_view> words_of(std::string_view list);

struct LoadedLanguage {
  /// `language` outlives the result.
  explicit LoadedLanguage(const Language& language);

  /// Returns nullptr when the word has no meaning of its own.
  const WordMeaning* find_word(std::string_view word) const;
  bool starts_word(char c) const { return word_starts[static_cast<unsigned char>(c)]; }
  bool continues_word(char c) const { return word_parts[static_cast<unsigned char>(c)]; }

  const Language& rules;
  std::array<bool, 256> word_starts{};
  std::array<bool, 256> word_parts{};
  /// True for bytes that may begin a string, its prefix, or a comment.
  std::array<bool, 256> string_starts{};
  std::array<bool, 256> comment_starts{};
  std::vector<std::string_view> line_comments;
  std::unordered_map<std::string_view, WordMeaning> words;
  std::size_t word_bytes_max = 0;
};

}  // namespace loom::markdown::highlight
