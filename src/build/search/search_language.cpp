#include "build/search/search_language.h"

#include <algorithm>
#include <array>
#include <libstemmer.h>

#include "base/ascii.h"
#include "base/check.h"
#include "base/utf8.h"
#include "build/search/english_stemmer.h"
#include "build/search/limits.h"

namespace loom::build {
namespace {

using Script = SearchLanguage::Script;

constexpr std::array<SearchLanguage, 17> kLanguages = {{
    {"en", "English", "", Script::Ascii},
    {"ar", "Arabic", "arabic", Script::Arabic},
    {"da", "Danish", "danish", Script::Latin},
    {"de", "German", "german", Script::Latin},
    {"es", "Spanish", "spanish", Script::Latin},
    {"fi", "Finnish", "finnish", Script::Latin},
    {"fr", "French", "french", Script::Latin},
    {"hu", "Hungarian", "hungarian", Script::Latin},
    {"it", "Italian", "italian", Script::Latin},
    {"nl", "Dutch", "dutch", Script::Latin},
    {"no", "Norwegian", "norwegian", Script::Latin},
    {"nb", "Norwegian", "norwegian", Script::Latin},
    {"pt", "Portuguese", "portuguese", Script::Latin},
    {"ro", "Romanian", "romanian", Script::Latin},
    {"ru", "Russian", "russian", Script::Cyrillic},
    {"sv", "Swedish", "swedish", Script::Latin},
    {"tr", "Turkish", "turkish", Script::Latin},
}};

/// What elasticlunr.js drops from a reader's words, ordered. Its lists for other languages are not needed:
/// what it drops is never asked for, so that keeping such words costs bytes and nothing else.
constexpr auto kEnglishStopWords = std::to_array<std::string_view>(
    {"a",     "able",  "about",  "across", "after",   "all",     "almost", "also",    "am",     "among",
     "an",    "and",   "any",    "are",    "as",      "at",      "be",     "because", "been",   "but",
     "by",    "can",   "cannot", "could",  "dear",    "did",     "do",     "does",    "either", "else",
     "ever",  "every", "for",    "from",   "get",     "got",     "had",    "has",     "have",   "he",
     "her",   "hers",  "him",    "his",    "how",     "however", "i",      "if",      "in",     "into",
     "is",    "it",    "its",    "just",   "least",   "let",     "like",   "likely",  "may",    "me",
     "might", "most",  "must",   "my",     "neither", "no",      "nor",    "not",     "of",     "off",
     "often", "on",    "only",   "or",     "other",   "our",     "own",    "rather",  "said",   "say",
     "says",  "she",   "should", "since",  "so",      "some",    "than",   "that",    "the",    "their",
     "them",  "then",  "there",  "these",  "they",    "this",    "tis",    "to",      "too",    "twas",
     "us",    "wants", "was",    "we",     "were",    "what",    "when",   "where",   "which",  "while",
     "who",   "whom",  "why",    "will",   "with",    "would",   "yet",    "you",     "your"});
static_assert(std::is_sorted(kEnglishStopWords.begin(), kEnglishStopWords.end()));

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

/// Letters that a word of the script can begin and end with.
constexpr std::array<Range, 18> kLatin = {{{'A', 'Z'},
                                           {'a', 'z'},
                                           {0xAA, 0xAA},
                                           {0xBA, 0xBA},
                                           {0xC0, 0xD6},
                                           {0xD8, 0xF6},
                                           {0xF8, 0x2B8},
                                           {0x2E0, 0x2E4},
                                           {0x1D00, 0x1D25},
                                           {0x1D2C, 0x1D5C},
                                           {0x1D62, 0x1D65},
                                           {0x1D6B, 0x1D77},
                                           {0x1D79, 0x1DBE},
                                           {0x1E00, 0x1EFF},
                                           {0x2C60, 0x2C7F},
                                           {0xA722, 0xA7FF},
                                           {0xFB00, 0xFB06},
                                           {0xFF21, 0xFF5A}}};
constexpr std::array<Range, 7> kCyrillic = {{{0x400, 0x484},
                                             {0x487, 0x52F},
                                             {0x1D2B, 0x1D2B},
                                             {0x1D78, 0x1D78},
                                             {0x2DE0, 0x2DFF},
                                             {0xA640, 0xA69F},
                                             {0xFE2E, 0xFE2F}}};
constexpr std::array<Range, 5> kArabic = {
    {{0x600, 0x6FF}, {0x750, 0x77F}, {0x8A0, 0x8FF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFF}}};

bool is_in(std::uint32_t code_point, const auto& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

bool belongs_to_word(std::uint32_t code_point, Script script) {
  switch (script) {
    case Script::Ascii:
      return code_point < 0x80 && (base::is_alnum(static_cast<char>(code_point)) || code_point == '_');
    case Script::Latin:
      return is_in(code_point, kLatin);
    case Script::Cyrillic:
      return is_in(code_point, kCyrillic);
    case Script::Arabic:
      return is_in(code_point, kArabic);
  }
  return false;
}

/// `word` from its first to its last letter of the script.
std::string_view trimmed(std::string_view word, Script script) {
  std::size_t begin = word.size();
  std::size_t end = word.size();
  for (std::size_t at = 0, length = 0; at < word.size(); at += length) {
    if (belongs_to_word(base::decode_utf8(word, at, length), script)) {
      begin = std::min(begin, at);
      end = at + length;
    }
  }
  return word.substr(begin, end - begin);
}

bool is_stop_word(const SearchLanguage& language, std::string_view word) {
  return language.script == Script::Ascii &&
         std::binary_search(kEnglishStopWords.begin(), kEnglishStopWords.end(), word);
}

/// Calls `visit` with each part of `text` between white space and the bytes of `separators`.
void for_each_word(std::string_view text, std::string_view separators, const auto& visit) {
  std::size_t begin = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); at += length) {
    const std::uint32_t code_point = base::decode_utf8(text, at, length);
    if (separators.find(text[at]) != std::string_view::npos || base::is_unicode_space(code_point)) {
      if (at > begin) {
        visit(text.substr(begin, at - begin));
      }
      begin = at + length;
    }
  }
  if (begin < text.size()) {
    visit(text.substr(begin));
  }
}

}  // namespace

const SearchLanguage* find_search_language(std::string_view code) {
  const std::string language = base::lower_ascii(code.substr(0, code.find_first_of("-_")));
  const auto* const found = std::find_if(kLanguages.begin(), kLanguages.end(),
                                         [&](const SearchLanguage& item) { return item.code == language; });
  return found == kLanguages.end() ? nullptr : found;
}

std::vector<std::string> pipeline_names(const SearchLanguage& language) {
  const std::string suffix =
      language.code == "en" ? "" : "-" + std::string(language.code == "nb" ? "no" : language.code);
  return {"trimmer" + suffix, "stopWordFilter" + suffix, "stemmer" + suffix};
}

struct WordPipeline::Stemmer {
  explicit Stemmer(const SearchLanguage& language) {
    if (!language.algorithm.empty()) {
      handle = sb_stemmer_new(std::string(language.algorithm).c_str(), "UTF_8");
      LOOM_CHECK(handle != nullptr);
    }
  }
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  ~Stemmer() { sb_stemmer_delete(handle); }

  std::string stem(std::string_view word) const {
    if (handle == nullptr) {
      return english_stem(word);
    }
    const auto* const stem = sb_stemmer_stem(handle, reinterpret_cast<const sb_symbol*>(word.data()),
                                             static_cast<int>(word.size()));
    LOOM_CHECK(stem != nullptr);
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(handle))};
  }

  /// Null for English.
  sb_stemmer* handle = nullptr;
};

WordPipeline::WordPipeline(const SearchLanguage& language)
    : language_(language), stemmer_(std::make_unique<Stemmer>(language)) {}

WordPipeline::~WordPipeline() = default;

void WordPipeline::add_stem(std::vector<std::string>& stems, std::string_view word) const {
  const std::string lower = base::to_lower_unicode(word);
  const std::string_view bare = trimmed(lower, language_.script);
  if (bare.empty() || bare.size() > kSearchWordBytesMax || is_stop_word(language_, bare)) {
    return;
  }
  std::string stem = stemmer_->stem(bare);
  if (!stem.empty()) {
    stems.push_back(std::move(stem));
  }
}

std::vector<std::string> WordPipeline::stems(std::string_view text) const {
  std::vector<std::string> stems;
  for_each_word(text, "-", [&](std::string_view word) { add_stem(stems, word); });
  return stems;
}

std::vector<std::string> WordPipeline::path_stems(std::string_view path) const {
  std::vector<std::string> stems;
  for_each_word(path, "-/", [&](std::string_view word) { add_stem(stems, word); });
  return stems;
}

}  // namespace loom::build
