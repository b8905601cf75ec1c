#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::render_text;

std::string replaced(const std::string& text, const std::string& pattern, const std::string& with) {
  return render_text(
      "{{ `" + text + "` | regex_replace(pattern=`" + pattern + "`, rep=`" + with + "`) | safe }}",
      Value::Map());
}

TEST(PatternFilters, ReplaceEveryMatch) {
  EXPECT_EQ(replaced("a1b22c", R"([0-9]+)", "-"), "a-b-c");
  EXPECT_EQ(replaced("abc", "x", "-"), "abc");
  EXPECT_EQ(replaced("", "x", "-"), "");
}

TEST(PatternFilters, ReplaceEmptyMatchesOnceEach) {
  EXPECT_EQ(replaced("aé", "", "-"), "-a-é-");
  EXPECT_EQ(replaced("xaay", "a*", "-"), "-x-y-");
}

TEST(PatternFilters, PutGroupsIntoTheReplacement) {
  EXPECT_EQ(replaced("Ann Lee", R"((?P<first>\w+) (?P<last>\w+))", "$last, ${first}!"), "Lee, Ann!");
  EXPECT_EQ(replaced("ab", "(a)(b)", "$2$1"), "ba");
  EXPECT_EQ(replaced("ab", "(a)(b)", "${2}x"), "bx");
  EXPECT_EQ(replaced("ab", "(a)(b)", "$2x"), "");
  EXPECT_EQ(replaced("a", "(a)|(b)", "[$0$2$9]"), "[a]");
  EXPECT_EQ(replaced("a", "a", "$$1 $ ${"), "$1 $ ${");
}

TEST(PatternFilters, NameAWrongPattern) {
  EXPECT_NE(replaced("a", "(", "b").find("the regular expression \"(\" is wrong"), std::string::npos);
}

}  // namespace

}  // namespace loom::templating
