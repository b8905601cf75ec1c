#include "http/list_field.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace loom::http {
namespace {

std::vector<std::string> members_of(std::string_view value) {
  std::vector<std::string> members;
  for_each_list_member(value, [&](std::string_view member) { members.emplace_back(member); });
  return members;
}

TEST(ListField, EmptyMembersAreLeftOut) {
  EXPECT_EQ(members_of(" a ,,\tb,"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(members_of(""), std::vector<std::string>());
}

TEST(ListField, FollowingLinesOfTheSameNameAreVisited) {
  std::vector<std::string> values;
  for_each_field_value({"1", "A: 2 \r\nBA: 3\r\na:\r\n"}, "a",
                       [&](std::string_view value) { values.emplace_back(value); });
  EXPECT_EQ(values, (std::vector<std::string>{"1", "2", ""}));
}

}  // namespace
}  // namespace loom::http
