#include "build/search/search_language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loom::build {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> stems(std::string_view code, std::string_view text) {
  const SearchLanguage* language = find_search_language(code);
  EXPECT_NE(language, nullptr);
  return WordPipeline(*language).stems(text);
}

TEST(SearchLanguage, IsFoundByItsCodeWithOrWithoutARegion) {
  EXPECT_EQ(find_search_language("en")->name, "English");
  EXPECT_EQ(find_search_language("pt-BR")->name, "Portuguese");
  EXPECT_EQ(find_search_language("xx"), nullptr);
  EXPECT_EQ(find_search_language(""), nullptr);
}

TEST(SearchLanguage, NamesTheFunctionsOfElasticlunr) {
  EXPECT_THAT(pipeline_names(*find_search_language("en")),
              ElementsAre("trimmer", "stopWordFilter", "stemmer"));
  EXPECT_THAT(pipeline_names(*find_search_language("de")),
              ElementsAre("trimmer-de", "stopWordFilter-de", "stemmer-de"));
  EXPECT_THAT(pipeline_names(*find_search_language("nb")), testing::Contains("stemmer-no"));
}

TEST(WordPipeline, SplitsTrimsDropsStopWordsAndStems) {
  EXPECT_THAT(stems("en", "The (quick) foxes,\nwere self-made: _x_ 42!"),
              ElementsAre("quick", "fox", "self", "made", "_x_", "42"));
  EXPECT_THAT(stems("en", "\xC3\xA9t\xC3\xA9 \xE2\x80\x94 ..."), ElementsAre("t"));
  EXPECT_THAT(stems("en", ""), IsEmpty());
}

TEST(WordPipeline, KnowsOtherLanguages) {
  EXPECT_THAT(stems("es",
                    "C\xC3\xB3"
                    "digos abiertos"),
              ElementsAre("codig", "abiert"));
  EXPECT_THAT(stems("de",
                    "\xC2\xBB"
                    "Bl\xC3\xBCten\xC2\xAB 12"),
              ElementsAre("blut"));
  EXPECT_THAT(stems("ru", "\xD0\xBA\xD0\xBD\xD0\xB8\xD0\xB3\xD0\xB8 book"),
              ElementsAre("\xD0\xBA\xD0\xBD\xD0\xB8\xD0\xB3"));
}

TEST(WordPipeline, EveryLanguageHasItsStemmer) {
  for (const char* code :
       {"ar", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"}) {
    ASSERT_NE(find_search_language(code), nullptr) << code;
    WordPipeline(*find_search_language(code)).stems("word");
  }
}

TEST(WordPipeline, CutsPathsAtTheirSlashes) {
  EXPECT_THAT(WordPipeline(*find_search_language("en")).path_stems("/posts/my-trips/"),
              ElementsAre("post", "trip"));
}

TEST(WordPipeline, LeavesOutEndlessWords) {
  EXPECT_THAT(stems("en", std::string(10'000, 'x') + " end"), ElementsAre("end"));
}

}  // namespace
}  // namespace loom::build
