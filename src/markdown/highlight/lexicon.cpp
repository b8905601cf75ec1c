#include "markdown/highlight/lexicon.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"

namespace loom::markdown::highlight {
namespace {

std::size_t index_of(char c) {
  return static_cast<unsigned char>(c);
}

void mark(std::array<bool, 256>& table, std::string_view characters) {
  for (const char c : characters) {
    table[index_of(c)] = true;
  }
}

void mark_names(LoadedLanguage& language) {
  constexpr std::size_t kFirstByteBeyondAscii = 0x80;
  for (std::size_t i = 0; i < language.word_starts.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool is_letter = base::is_alpha(c) || c == '_' || i >= kFirstByteBeyondAscii;
    language.word_starts[i] = is_letter;
    language.word_parts[i] = is_letter || base::is_digit(c);
  }
  mark(language.word_starts, language.rules.word_start);
  mark(language.word_parts, language.rules.word_part);
}

void mark_strings(LoadedLanguage& language) {
  for (const StringRule& rule : language.rules.strings) {
    mark(language.string_starts, rule.prefixes);
    mark(language.string_starts, rule.open.substr(0, 1));
  }
}

void mark_comments(LoadedLanguage& language) {
  language.line_comments = words_of(language.rules.line_comments);
  for (const std::string_view open : language.line_comments) {
    mark(language.comment_starts, open.substr(0, 1));
  }
  for (const BlockComment& comment : language.rules.block_comments) {
    mark(language.comment_starts, comment.open.substr(0, 1));
  }
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words = base::split(list, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

LoadedLanguage::LoadedLanguage(const Language& language) : rules(language) {
  mark_names(*this);
  mark_strings(*this);
  mark_comments(*this);
  for (const WordClass& group : language.words) {
    for (const std::string_view word : words_of(group.words)) {
      words.emplace(word, WordMeaning{group.token, group.next});
      word_bytes_max = std::max(word_bytes_max, word.size());
    }
  }
}

const WordMeaning* LoadedLanguage::find_word(std::string_view word) const {
  if (word.size() > word_bytes_max) {
    return nullptr;
  }
  const auto found = rules.ignore_case ? words.find(base::lower_ascii(word)) : words.find(word);
  return found == words.end() ? nullptr : &found->second;
}

}  // namespace loom::markdown::highlight
