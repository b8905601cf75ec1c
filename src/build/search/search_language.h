// What search does with the words of a language, the same as elasticlunr.js and its language plug-ins do with
// the words that a reader types. Any thread, each with objects of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loom::build {

struct SearchLanguage {
  /// "en", as in the names of elasticlunr's functions.
  std::string_view code;
  /// "English"
  std::string_view name;
  /// Of libstemmer; "" for English, which has a stemmer of its own.
  std::string_view algorithm;
  enum class Script : std::uint8_t { Ascii, Latin, Cyrillic, Arabic } script = Script::Latin;
};

/// By the language of a code like "de" or "de-AT"; null when elasticlunr has none.
const SearchLanguage* find_search_language(std::string_view code);

/// Names of elasticlunr's functions that the reader's words go through: "trimmer-de", "stopWordFilter-de",
/// "stemmer-de", for English without a suffix.
std::vector<std::string> pipeline_names(const SearchLanguage& language);

class WordPipeline {
 public:
  explicit WordPipeline(const SearchLanguage& language);
  ~WordPipeline();

  /// The stems of the words of `text` in order; words that say nothing are left out.
  std::vector<std::string> stems(std::string_view text) const;
  /// The same for a path, whose words are apart by "/" and "-" and are not lower-cased parts of a sentence.
  std::vector<std::string> path_stems(std::string_view path) const;

 private:
  struct Stemmer;
  void add_stem(std::vector<std::string>& stems, std::string_view word) const;

  const SearchLanguage& language_;
  std::unique_ptr<Stemmer> stemmer_;
};

}  // namespace loom::build
