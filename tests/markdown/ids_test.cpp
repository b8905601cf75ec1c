#include "markdown/ids.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

TEST(IdRegistry, CountsRepeatedIdsUp) {
  IdRegistry ids;
  EXPECT_EQ(ids.take_unique("a"), "a");
  EXPECT_EQ(ids.take_unique("a"), "a-1");
  EXPECT_EQ(ids.take_unique("a"), "a-2");
}

TEST(IdRegistry, StepsOverIdsThatLookCounted) {
  IdRegistry ids;
  EXPECT_EQ(ids.take_unique("a-1"), "a-1");
  EXPECT_EQ(ids.take_unique("a"), "a");
  EXPECT_EQ(ids.take_unique("a"), "a-2");
  EXPECT_EQ(ids.take_unique("a-1"), "a-1-1");
}

TEST(IdRegistry, KeepsReservedIdsFree) {
  IdRegistry ids;
  ids.reserve("a");
  EXPECT_EQ(ids.take_unique("a"), "a-1");
}

TEST(IdRegistry, CountsOnAfterManyEqualIds) {
  IdRegistry ids;
  for (int count = 0; count < 1000; ++count) {
    ids.take_unique("a");
  }
  EXPECT_EQ(ids.take_unique("a"), "a-1000");
}

}  // namespace
}  // namespace loom::markdown
