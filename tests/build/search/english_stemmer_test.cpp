#include "build/search/english_stemmer.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

struct Case {
  const char* word;
  const char* stem;
};

TEST(EnglishStemmer, StripsTheSuffixesOfEachStep) {
  constexpr Case kCases[] = {{"caresses", "caress"},
                             {"ponies", "poni"},
                             {"ties", "ti"},
                             {"caress", "caress"},
                             {"cats", "cat"},
                             {"feed", "feed"},
                             {"agreed", "agre"},
                             {"plastered", "plaster"},
                             {"bled", "bled"},
                             {"motoring", "motor"},
                             {"sing", "sing"},
                             {"conflated", "conflat"},
                             {"hopping", "hop"},
                             {"falling", "fall"},
                             {"filing", "file"},
                             {"failing", "fail"},
                             {"happy", "happi"},
                             {"relational", "relat"},
                             {"conditional", "condit"},
                             {"digitizer", "digit"},
                             {"radically", "radic"},
                             {"vietnamization", "vietnam"},
                             {"triplicate", "triplic"},
                             {"formalize", "formal"},
                             {"electrical", "electr"},
                             {"hopeful", "hope"},
                             {"goodness", "good"},
                             {"revival", "reviv"},
                             {"adjustable", "adjust"},
                             {"replacement", "replac"},
                             {"adoption", "adopt"},
                             {"probate", "probat"},
                             {"rate", "rate"},
                             {"controll", "control"},
                             {"roll", "roll"}};
  for (const Case& item : kCases) {
    EXPECT_EQ(english_stem(item.word), item.stem) << item.word;
  }
}

TEST(EnglishStemmer, LeavesPorterWhereElasticlunrDoes) {
  // "porter" of libstemmer says plai, o, possibl, terminologi.
  constexpr Case kCases[] = {
      {"play", "play"}, {"os", "os"}, {"possibly", "possibl"}, {"terminology", "terminolog"},
      {"try", "tri"},   {"by", "by"}, {"yes", "ye"},           {"yyyy", "yyyi"}};
  for (const Case& item : kCases) {
    EXPECT_EQ(english_stem(item.word), item.stem) << item.word;
  }
}

TEST(EnglishStemmer, TakesAnyBytes) {
  for (const char* word : {"", "a", "\xC3\xA9tudes", "y", "ied", "ing", "ation", "1990s", "_s_"}) {
    EXPECT_LE(english_stem(word).size(), std::string_view(word).size() + 1) << word;
  }
}

}  // namespace
}  // namespace loom::build
