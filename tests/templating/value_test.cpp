#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Value, BorrowsDataWithoutCopying) {
  base::Data data;
  data.set("title", "x");
  data.set("list", base::Data::Array{base::Data(1), base::Data(2)});
  const Value value = Value::data(data);
  EXPECT_EQ(value.field("title").as_text().data(), data.find("title")->as_string()->data());
  EXPECT_EQ(value.field("list").at(1).as_integer(), 2);
  EXPECT_EQ(value.keys(), (std::vector<std::string_view>{"title", "list"}));
  EXPECT_TRUE(value.field("nope").is_undefined());
}

TEST(Value, CopiesShareAndMovesEmpty) {
  Value a = Value::array({text_value("x")});
  const Value b = a;
  EXPECT_EQ(a.as_owned_array(), b.as_owned_array());
  const Value c = std::move(a);
  EXPECT_EQ(c.size(), 1U);
  EXPECT_TRUE(equal_values(b, c));
}

TEST(Value, KeepsDates) {
  const auto date = base::parse_date_time("2024-01-05T10:00:00+02:00");
  ASSERT_TRUE(date);
  const Value value = Value::date(*date);
  EXPECT_EQ(value.as_date(), *date);
  EXPECT_TRUE(equal_values(value, text_value("2024-01-05T10:00:00+02:00")));
}

TEST(Value, LargeMapsFindTheirKeys) {
  Value::Map entries;
  for (int i = 0; i < 50; ++i) {
    entries.emplace_back("k" + std::to_string(i), number_value(i));
  }
  const Value map = Value::map(std::move(entries));
  EXPECT_EQ(map.field("k37").as_integer(), 37);
  EXPECT_TRUE(map.field("k50").is_undefined());
}

}  // namespace

}  // namespace loom::templating
