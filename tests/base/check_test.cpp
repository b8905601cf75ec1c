#include "base/check.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

TEST(CheckDeathTest, AbortsAndNamesTheCondition) {
  const int one = 1;
  EXPECT_DEATH(LOOM_CHECK(one == 2), "one == 2 does not hold");
}

TEST(Check, PassesWhenTheConditionHolds) {
  int evaluated = 0;
  LOOM_CHECK(++evaluated == 1);
  EXPECT_EQ(evaluated, 1);
}

}  // namespace
}  // namespace loom::base
