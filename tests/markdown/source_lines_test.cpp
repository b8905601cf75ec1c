#include "markdown/source_lines.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

TEST(SourceLines, FindsLinesByNumber) {
  SourceLines lines("a\n\nc");
  EXPECT_EQ(lines.line(3), "c");
  EXPECT_EQ(lines.line(1), "a");
  EXPECT_EQ(lines.line(2), "");
}

TEST(SourceLines, GivesNothingForOtherNumbers) {
  SourceLines lines("a\n");
  EXPECT_EQ(lines.line(0), "");
  EXPECT_EQ(lines.line(2), "");
}

}  // namespace
}  // namespace loom::markdown
