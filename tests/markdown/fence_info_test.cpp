#include "markdown/fence_info.h"

#include <gtest/gtest.h>

#include "markdown/limits.h"

namespace loom::markdown {
namespace {

using Ranges = std::vector<LineRange>;

TEST(FenceInfo, TakesTheFirstWordAsTheLanguage) {
  EXPECT_EQ(parse_fence_info("rust").language, "rust");
  EXPECT_EQ(parse_fence_info("  c++ some words ").language, "c++");
  EXPECT_EQ(parse_fence_info("rust,no_run").language, "rust");
  EXPECT_EQ(parse_fence_info("rust{1}").language, "rust");
  EXPECT_EQ(parse_fence_info("").language, "");
  EXPECT_EQ(parse_fence_info("{1}").language, "");
  EXPECT_EQ(parse_fence_info("title=x").language, "");
  EXPECT_EQ(parse_fence_info("{.python title=x}").language, "python");
}

TEST(FenceInfo, ReadsZolasOptions) {
  const FenceInfo info =
      parse_fence_info("rust,linenos,linenostart=5,hl_lines=1 3-5,hide_lines=2 7,name=a.rs");
  EXPECT_TRUE(info.line_numbers);
  EXPECT_EQ(info.first_line_number, 5U);
  EXPECT_EQ(info.highlighted, (Ranges{{1, 1}, {3, 5}}));
  EXPECT_EQ(info.hidden, (Ranges{{2, 2}, {7, 7}}));
  EXPECT_EQ(info.title, "a.rs");
  EXPECT_TRUE(info.needs_lines());
}

TEST(FenceInfo, ReadsHugosOptions) {
  const FenceInfo info = parse_fence_info("go {linenos=table,hl_lines=[8,\"15-17\"],linenostart=199}");
  EXPECT_EQ(info.language, "go");
  EXPECT_TRUE(info.line_numbers);
  EXPECT_EQ(info.first_line_number, 199U);
  EXPECT_EQ(info.highlighted, (Ranges{{8, 8}, {15, 17}}));
  EXPECT_FALSE(parse_fence_info("go {linenos=false}").line_numbers);
  EXPECT_EQ(parse_fence_info("go {hl_lines=\"1 3-4\"}").highlighted, (Ranges{{1, 1}, {3, 4}}));
}

TEST(FenceInfo, ReadsTheShortForm) {
  const FenceInfo info = parse_fence_info("js {1,3-5} title=\"src/a b.js\"");
  EXPECT_EQ(info.highlighted, (Ranges{{1, 1}, {3, 5}}));
  EXPECT_EQ(info.title, "src/a b.js");
}

TEST(FenceInfo, TurnsReversedRangesRound) {
  EXPECT_EQ(parse_fence_info("x,hl_lines=5-3").highlighted, (Ranges{{3, 5}}));
}

TEST(FenceInfo, IgnoresWhatItDoesNotUnderstand) {
  const FenceInfo info = parse_fence_info("x,a=b,hl_lines=,hl_lines=a-b,1-,-1,99999999999,title=\"open");
  EXPECT_EQ(info.highlighted, Ranges{});
  EXPECT_EQ(info.title, "open");
  EXPECT_FALSE(info.needs_lines());
}

TEST(FenceInfo, TakesALimitedNumberOfRanges) {
  std::string text = "x,hl_lines=";
  for (std::size_t count = 0; count < kFenceRangesMax + 10; ++count) {
    text += "1 ";
  }
  EXPECT_EQ(parse_fence_info(text).highlighted.size(), kFenceRangesMax);
}

TEST(ContainsLine, CountsBothEnds) {
  const Ranges ranges{{2, 3}};
  EXPECT_FALSE(contains_line(ranges, 1));
  EXPECT_TRUE(contains_line(ranges, 2));
  EXPECT_TRUE(contains_line(ranges, 3));
  EXPECT_FALSE(contains_line(ranges, 4));
}

}  // namespace
}  // namespace loom::markdown
