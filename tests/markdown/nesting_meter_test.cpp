#include "markdown/nesting_meter.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace loom::markdown {
namespace {

/// The depth after the last line.
std::size_t depth(const std::vector<std::string>& lines) {
  NestingMeter meter;
  std::size_t last = 0;
  for (const std::string& line : lines) {
    last = meter.measure(line);
  }
  return last;
}

TEST(NestingMeter, CountsQuoteMarks) {
  EXPECT_EQ(depth({"a"}), 0U);
  EXPECT_EQ(depth({""}), 0U);
  EXPECT_EQ(depth({"> > >a"}), 3U);
  EXPECT_EQ(depth({">>>", "a"}), 0U);
}

TEST(NestingMeter, CountsListItemsOnOneLine) {
  EXPECT_EQ(depth({"- * + 1. 2) a"}), 5U);
  EXPECT_EQ(depth({"-a *b 1.c 1234567890. d"}), 0U);
  EXPECT_EQ(depth({"- > - > a"}), 4U);
}

TEST(NestingMeter, RemembersItemsByTheirColumns) {
  EXPECT_EQ(depth({"- a", "  - b", "    - c"}), 3U);
  EXPECT_EQ(depth({"- a", "  - b", "    text"}), 2U);
  EXPECT_EQ(depth({"- a", "  - b", "- c"}), 1U);
  EXPECT_EQ(depth({"- a", "  - b", "", "    text"}), 2U);
  EXPECT_EQ(depth({"- a", "\t- b"}), 2U);
  EXPECT_EQ(depth({"> - a", ">   - b"}), 3U);
  EXPECT_EQ(depth({"-      a", "  - b"}), 2U);
}

TEST(NestingMeter, TakesALineAcrossThePageForNoList) {
  EXPECT_EQ(depth({"- - - - -"}), 0U);
  EXPECT_EQ(depth({"* * *  "}), 0U);
  EXPECT_EQ(depth({"- - - x"}), 3U);
}

}  // namespace
}  // namespace loom::markdown
