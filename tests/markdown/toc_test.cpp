#include "markdown/toc.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

/// "1(2 3) 2" for a tree of levels.
std::string shape(const std::vector<Heading>& headings) {
  std::string text;
  for (const Heading& heading : headings) {
    text += text.empty() ? "" : " ";
    text += std::to_string(heading.level);
    text += heading.children.empty() ? "" : "(" + shape(heading.children) + ")";
  }
  return text;
}

std::string shape_of(const std::vector<int>& levels) {
  std::vector<Heading> headings;
  for (int level : levels) {
    headings.push_back({level, "", "", "", {}});
  }
  return shape(build_toc(headings));
}

TEST(Toc, PutsDeeperHeadingsBelowTheOneBefore) {
  EXPECT_EQ(shape_of({}), "");
  EXPECT_EQ(shape_of({1, 2, 3, 2, 1}), "1(2(3) 2) 1");
}

TEST(Toc, AllowsSkippedLevels) {
  EXPECT_EQ(shape_of({1, 4, 3, 6}), "1(4 3(6))");
  EXPECT_EQ(shape_of({3, 2, 1}), "3 2 1");
  EXPECT_EQ(shape_of({2, 2, 3}), "2 2(3)");
}

}  // namespace
}  // namespace loom::markdown
