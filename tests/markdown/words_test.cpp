#include "markdown/words.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

TEST(CountWords, CountsRunsOfLettersAndDigits) {
  EXPECT_EQ(count_words(""), 0U);
  EXPECT_EQ(count_words("  \n"), 0U);
  EXPECT_EQ(count_words("one two,three\nfour-five"), 5U);
  EXPECT_EQ(count_words("# *a* -- !? 12"), 2U);
  EXPECT_EQ(count_words("\u00fcber na\u00efve e\u0301t\u00e9"), 3U);
}

TEST(CountWords, KeepsJoinedPartsTogether) {
  EXPECT_EQ(count_words("can't can\u2019t 3.14 a.b snake_case"), 5U);
  EXPECT_EQ(count_words("end. Next 'quoted' ... _x_ a..b"), 6U);
}

TEST(CountWords, CountsIdeographsOneByOne) {
  EXPECT_EQ(count_words("\u65e5\u672c\u8a9e and"), 4U);
}

TEST(CountWords, SurvivesBytesThatAreNoUtf8) {
  EXPECT_EQ(count_words("a \xff\xfe b\xe2"), 2U);
}

}  // namespace
}  // namespace loom::markdown
