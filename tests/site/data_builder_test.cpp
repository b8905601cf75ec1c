#include "site/data_builder.h"

#include <gtest/gtest.h>

#include "site/limits.h"

namespace loom::site {
namespace {

TEST(DataBuilder, BuildsNestedValuesWithTheirPlaces) {
  DataBuilder builder(true);
  ASSERT_TRUE(builder.begin_table({1, 1}));
  builder.add_key("list", {1, 1});
  ASSERT_TRUE(builder.begin_array({1, 7}));
  builder.add_value("a", {1, 8});
  builder.add_value("b", {1, 11});
  builder.end();
  builder.add_key("n", {2, 1});
  builder.add_value(7, {2, 5});
  builder.end();
  const LocatedData result = builder.take();
  EXPECT_EQ(*result.data.find("n"), base::Data(7));
  EXPECT_EQ(result.data.find("list")->as_array()->size(), 2u);
  EXPECT_EQ(result.places.at("list.1").column, 11u);
  EXPECT_EQ(result.places.at("n#key").line, 2u);
}

TEST(DataBuilder, OfARepeatedKeyTheLastCountsInTheFirstPlace) {
  DataBuilder builder(false);
  ASSERT_TRUE(builder.begin_table({}));
  for (const int value : {1, 2, 3}) {
    builder.add_key(value == 2 ? "b" : "a", {});
    builder.add_value(value, {});
  }
  builder.end();
  EXPECT_EQ(builder.take().data, base::Data(base::Data::Table{{"a", 3}, {"b", 2}}));
}

TEST(DataBuilder, RefusesToNestTooDeeply) {
  DataBuilder builder(false);
  for (std::size_t i = 0; i < kDataDepthMax; ++i) {
    ASSERT_TRUE(builder.begin_array({}));
  }
  EXPECT_FALSE(builder.begin_array({}));
}

TEST(DataBuilder, MeasuresDepthAndCount) {
  const base::Data data = base::Data::Array{1, base::Data::Table{{"a", base::Data::Array{2, 3}}}};
  EXPECT_EQ(measure_data(data).depth, 4u);
  EXPECT_EQ(measure_data(data).value_count, 6u);
}

}  // namespace
}  // namespace loom::site
