#include "base/data.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

TEST(Data, KeepsTheOrderOfKeysAndReplacesByKey) {
  Data data;
  data.set("b", 1);
  data.set("a", "x");
  data.set("b", 2.5);
  ASSERT_NE(data.as_table(), nullptr);
  EXPECT_EQ(data.as_table()->size(), 2U);
  EXPECT_EQ(data.as_table()->front().first, "b");
  EXPECT_EQ(*data.find("b")->as_float(), 2.5);
  EXPECT_EQ(data.find("c"), nullptr);
}

TEST(Data, NamesItsKind) {
  EXPECT_EQ(Data().kind_name(), "nothing");
  EXPECT_EQ(Data(true).kind_name(), "boolean");
  EXPECT_EQ(Data(1).kind_name(), "integer");
  EXPECT_EQ(Data(1.5).kind_name(), "float");
  EXPECT_EQ(Data("x").kind_name(), "string");
  EXPECT_EQ(Data(DateTime{}).kind_name(), "date");
  EXPECT_EQ(Data(Data::Array{}).kind_name(), "array");
  EXPECT_EQ(Data(Data::Table{}).kind_name(), "table");
}

TEST(Data, FindsNothingInWhatIsNoTable) {
  EXPECT_EQ(Data("text").find("x"), nullptr);
  EXPECT_EQ(Data(1).as_string(), nullptr);
}

}  // namespace
}  // namespace loom::base
