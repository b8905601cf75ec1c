#include "base/edit_distance.h"

#include <gtest/gtest.h>
#include <vector>

namespace loom::base {
namespace {

const std::vector<std::string> kNames = {"title", "description", "date", "template", "tags"};

TEST(EditDistance, FindsSlips) {
  EXPECT_EQ(find_nearest_name("titel", kNames), "title");
  EXPECT_EQ(find_nearest_name("Title", kNames), "title");
  EXPECT_EQ(find_nearest_name("descripton", kNames), "description");
  EXPECT_EQ(find_nearest_name("tag", kNames), "tags");
}

TEST(EditDistance, StaysSilentWhenNothingIsNear) {
  EXPECT_EQ(find_nearest_name("weight", kNames), std::nullopt);
  EXPECT_EQ(find_nearest_name("", kNames), std::nullopt);
  EXPECT_EQ(find_nearest_name("title", {}), std::nullopt);
}

}  // namespace
}  // namespace loom::base
