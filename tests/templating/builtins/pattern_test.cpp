#include "templating/builtins/pattern.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

bool matches(std::string_view pattern, std::string_view text) {
  const auto parsed = Pattern::parse(pattern);
  const auto* compiled = std::get_if<Pattern>(&parsed);
  return compiled != nullptr && compiled->matches(text);
}

TEST(Pattern, MatchesWhatItSays) {
  EXPECT_TRUE(matches("a.c", "xabcx"));
  EXPECT_FALSE(matches("^a.c$", "xabc"));
  EXPECT_TRUE(matches("^(ab|cd)+$", "abcdab"));
  EXPECT_FALSE(matches("^a{2,3}$", "aaaa"));
  EXPECT_TRUE(matches("^a{2,3}$", "aaa"));
  EXPECT_TRUE(matches("[^0-9\\s]", "1 x"));
  EXPECT_FALSE(matches("[^0-9\\s]", "1 2"));
  EXPECT_TRUE(matches("(?i)HELLO", "hello"));
  EXPECT_TRUE(matches("\\bé\\w", "un été"));
  EXPECT_TRUE(matches("^(a*)*$", "aaaa"));
}

TEST(Pattern, FindsTheLeftmostPreferredMatchWithGroups) {
  const auto parsed = Pattern::parse("(?P<key>\\w+)=(\\d*?)(;|$)");
  const auto* pattern = std::get_if<Pattern>(&parsed);
  ASSERT_NE(pattern, nullptr);
  const auto match = pattern->find("- ab=12;c=3");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->groups[0].offset, 2U);
  EXPECT_EQ(match->groups[0].length, 6U);
  EXPECT_EQ(match->groups[2].length, 2U);
  EXPECT_EQ(pattern->group_names()[1], "key");
}

TEST(Pattern, TakesTimeLinearInTheText) {
  EXPECT_FALSE(matches("^(a+)+$", std::string(5000, 'a') + "b"));
}

TEST(Pattern, RejectsWhatItDoesNotKnow) {
  for (const char* wrong : {"(", ")", "[a", "a{", "*", "(?=a)", "\\p", "((a{1000}){1000})"}) {
    EXPECT_EQ(Pattern::parse(wrong).index(), 1U) << wrong;
  }
}

}  // namespace

}  // namespace loom::templating
