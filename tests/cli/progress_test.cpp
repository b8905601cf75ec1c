#include "cli/progress.h"

#include <gtest/gtest.h>

namespace loom::cli {
namespace {

TEST(Progress, TheBarGrowsFromNothingToFull) {
  EXPECT_EQ(progress_bar("rendering", 0, 10), "rendering [>" + std::string(29, ' ') + "] 0 of 10");
  EXPECT_EQ(progress_bar("rendering", 5'000, 10'000),
            "rendering [" + std::string(15, '=') + ">" + std::string(14, ' ') + "] 5,000 of 10,000");
  EXPECT_EQ(progress_bar("writing", 7, 7), "writing [" + std::string(30, '=') + "] 7 of 7");
}

TEST(Progress, NothingToDoIsFull) {
  EXPECT_EQ(progress_bar("writing", 0, 0), "writing [" + std::string(30, '=') + "] 0 of 0");
}

TEST(Progress, ShortWorkSaysNothing) {
  testing::internal::CaptureStderr();
  {
    Progress progress("rendering", true);
    progress.update(1, 2);
    progress.update(2, 2);
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace loom::cli
