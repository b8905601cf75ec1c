#include "base/ascii.h"

#include <gmock/gmock.h>

namespace loom::base {
namespace {

using ::testing::ElementsAre;

TEST(Ascii, LowersOnlyAscii) {
  EXPECT_EQ(lower_ascii("ÄbC-Z"), "Äbc-z");
  EXPECT_TRUE(equals_ignore_case("Content-Type", "content-TYPE"));
  EXPECT_FALSE(equals_ignore_case("a", "ab"));
}

TEST(Ascii, TrimsWhiteSpaceAtBothEnds) {
  EXPECT_EQ(trim(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(trim(" \n"), "");
}

TEST(Ascii, SplitsKeepingEmptyParts) {
  EXPECT_THAT(split("a,,b", ','), ElementsAre("a", "", "b"));
  EXPECT_THAT(split("", ','), ElementsAre(""));
  EXPECT_THAT(split(",", ','), ElementsAre("", ""));
}

TEST(Ascii, ParsesOnlyPlainDigits) {
  EXPECT_EQ(parse_unsigned("0"), 0U);
  EXPECT_EQ(parse_unsigned("18446744073709551615"), 18446744073709551615U);
  for (const char* text : {"", "-1", "+1", " 1", "1 ", "1a", "0x1", "18446744073709551616"}) {
    EXPECT_EQ(parse_unsigned(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace loom::base
