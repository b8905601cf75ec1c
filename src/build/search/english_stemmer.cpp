#include "build/search/english_stemmer.h"

#include <array>
#include <span>

namespace loom::build {
namespace {

struct Suffix {
  std::string_view ending;
  std::string_view replacement;
};

// Of two endings that fit, the longer one is meant: it stands first.
constexpr std::array<Suffix, 21> kStep2 = {
    {{"ational", "ate"}, {"ization", "ize"}, {"iveness", "ive"}, {"fulness", "ful"}, {"ousness", "ous"},
     {"tional", "tion"}, {"biliti", "ble"},  {"entli", "ent"},   {"ousli", "ous"},   {"ation", "ate"},
     {"alism", "al"},    {"aliti", "al"},    {"iviti", "ive"},   {"enci", "ence"},   {"anci", "ance"},
     {"izer", "ize"},    {"alli", "al"},     {"ator", "ate"},    {"logi", "log"},    {"bli", "ble"},
     {"eli", "e"}}};
constexpr std::array<Suffix, 7> kStep3 = {{{"icate", "ic"},
                                           {"ative", ""},
                                           {"alize", "al"},
                                           {"iciti", "ic"},
                                           {"ical", "ic"},
                                           {"ness", ""},
                                           {"ful", ""}}};
constexpr std::array<std::string_view, 18> kStep4 = {"ement", "ance", "ence", "able", "ible", "ment",
                                                     "ant",   "ent",  "ism",  "ate",  "iti",  "ous",
                                                     "ive",   "ize",  "al",   "er",   "ic",   "ou"};

constexpr std::size_t kStemmedBytesMin = 3;

/// An upper-case Y is one that stands first and is a consonant.
bool is_vowel(std::string_view word, std::size_t at) {
  if (word[at] == 'y') {
    return at == 0 || !is_vowel(word, at - 1);
  }
  return std::string_view("aeiou").find(word[at]) != std::string_view::npos;
}

/// How often a vowel is followed by a consonant: m in [C](VC)^m[V].
std::size_t measure(std::string_view stem) {
  std::size_t count = 0;
  bool was_vowel = false;
  for (std::size_t at = 0; at < stem.size(); ++at) {
    const bool vowel = stem[at] == 'y' ? !was_vowel : is_vowel(stem, at);
    count += was_vowel && !vowel ? 1 : 0;
    was_vowel = vowel;
  }
  return count;
}

bool has_vowel(std::string_view stem) {
  for (std::size_t at = 0; at < stem.size(); ++at) {
    if (stem[at] == 'y' || is_vowel(stem, at)) {
      return true;
    }
  }
  return false;
}

/// Consonant, vowel, consonant at the end, the last none of w, x, y.
bool ends_short(std::string_view stem) {
  const std::size_t size = stem.size();
  return size >= 3 && !is_vowel(stem, size - 1) && is_vowel(stem, size - 2) && !is_vowel(stem, size - 3) &&
         std::string_view("wxy").find(stem.back()) == std::string_view::npos;
}

bool ends_double(std::string_view stem) {
  return stem.size() >= 2 && stem.back() == stem[stem.size() - 2] &&
         std::string_view("aeiouylsz").find(stem.back()) == std::string_view::npos;
}

/// Whether the word has this ending with something before it.
bool has_ending(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.ends_with(ending);
}

std::string_view without(std::string_view word, std::size_t ending_bytes) {
  return word.substr(0, word.size() - ending_bytes);
}

void step_1a(std::string& word) {
  if (has_ending(word, "sses") || has_ending(word, "ies")) {
    word.resize(word.size() - 2);
  } else if (word.size() >= kStemmedBytesMin && word.ends_with('s') && word[word.size() - 2] != 's') {
    word.pop_back();
  }
}

void step_1b(std::string& word) {
  if (has_ending(word, "eed")) {
    if (measure(without(word, 3)) > 0) {
      word.pop_back();
    }
    return;
  }
  const std::size_t ending_bytes = has_ending(word, "ed") ? 2 : has_ending(word, "ing") ? 3 : 0;
  if (ending_bytes == 0 || !has_vowel(without(word, ending_bytes))) {
    return;
  }
  word.resize(word.size() - ending_bytes);
  if (word.ends_with("at") || word.ends_with("bl") || word.ends_with("iz")) {
    word += 'e';
  } else if (ends_double(word)) {
    word.pop_back();
  } else if (measure(word) == 1 && ends_short(word)) {
    word += 'e';
  }
}

void step_1c(std::string& word) {
  const std::size_t size = word.size();
  if (size >= kStemmedBytesMin && word.back() == 'y' &&
      std::string_view("aeiou").find(word[size - 2]) == std::string_view::npos) {
    word.back() = 'i';
  }
}

void replace_ending(std::string& word, std::span<const Suffix> suffixes) {
  for (const Suffix& suffix : suffixes) {
    if (has_ending(word, suffix.ending)) {
      if (measure(without(word, suffix.ending.size())) > 0) {
        word.resize(word.size() - suffix.ending.size());
        word += suffix.replacement;
      }
      return;
    }
  }
}

void step_4(std::string& word) {
  for (const std::string_view ending : kStep4) {
    if (has_ending(word, ending)) {
      if (measure(without(word, ending.size())) > 1) {
        word.resize(word.size() - ending.size());
      }
      return;
    }
  }
  if ((has_ending(word, "sion") || has_ending(word, "tion")) && measure(without(word, 3)) > 1) {
    word.resize(word.size() - 3);
  }
}

void step_5(std::string& word) {
  if (has_ending(word, "e")) {
    const std::string_view stem = without(word, 1);
    const std::size_t count = measure(stem);
    if (count > 1 || (count == 1 && !ends_short(stem))) {
      word.pop_back();
    }
  }
  if (word.ends_with("ll") && measure(word) > 1) {
    word.pop_back();
  }
}

}  // namespace

std::string english_stem(std::string_view word) {
  std::string stem(word);
  if (stem.size() < kStemmedBytesMin) {
    return stem;
  }
  const bool begins_with_y = stem.front() == 'y';
  if (begins_with_y) {
    stem.front() = 'Y';
  }
  step_1a(stem);
  step_1b(stem);
  step_1c(stem);
  replace_ending(stem, kStep2);
  replace_ending(stem, kStep3);
  step_4(stem);
  step_5(stem);
  if (begins_with_y) {
    stem.front() = 'y';
  }
  return stem;
}

}  // namespace loom::build
