#include "markdown/highlight/lexicon.h"

#include <gmock/gmock.h>

namespace loom::markdown::highlight {
namespace {

constexpr WordClass kWords[] = {{Token::KeywordDeclaration, "class", Token::Class},
                                {Token::Keyword, "if else"}};

TEST(Lexicon, SplitsAListAtRunsOfSpaces) {
  EXPECT_THAT(words_of(" a  bc "), testing::ElementsAre("a", "bc"));
  EXPECT_TRUE(words_of("").empty());
}

TEST(Lexicon, FindsWordsWithWhatFollowsThem) {
  const Language rules = {.name = "test", .words = kWords};
  const LoadedLanguage language(rules);
  ASSERT_NE(language.find_word("class"), nullptr);
  EXPECT_EQ(language.find_word("class")->next, Token::Class);
  EXPECT_EQ(language.find_word("else")->token, Token::Keyword);
  EXPECT_EQ(language.find_word("Else"), nullptr);
  EXPECT_EQ(language.find_word("elsewhere"), nullptr);
}

TEST(Lexicon, FindsWordsInAnyCaseWhereTheLanguageSaysSo) {
  const Language rules = {.name = "test", .words = kWords, .ignore_case = true};
  EXPECT_NE(LoadedLanguage(rules).find_word("ELSE"), nullptr);
}

TEST(Lexicon, TakesExtraCharactersIntoNames) {
  const Language rules = {.name = "test", .word_start = "@", .word_part = "-"};
  const LoadedLanguage language(rules);
  EXPECT_TRUE(language.starts_word('@'));
  EXPECT_FALSE(language.continues_word('@'));
  EXPECT_TRUE(language.continues_word('-'));
  EXPECT_TRUE(language.starts_word('\xc3'));
  EXPECT_FALSE(language.starts_word('7'));
}

}  // namespace
}  // namespace loom::markdown::highlight
