#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(ArgumentReader, KeepsTheFirstMistake) {
  const std::vector<std::string_view> names = {"a", "b"};
  const std::vector<Value> values = {number_value(3), text_value("x")};
  const Arguments arguments(names, values);
  ArgumentReader reader(arguments);
  EXPECT_EQ(reader.integer("a"), 3);
  EXPECT_EQ(reader.text("b"), "x");
  EXPECT_EQ(reader.text("c", "fallback"), "fallback");
  EXPECT_FALSE(reader.error());
  EXPECT_FALSE(reader.boolean("a", true));
  EXPECT_EQ(reader.text("c"), "");
  ASSERT_TRUE(reader.error());
  EXPECT_EQ(reader.error()->message, "the argument `a` must be true or false, but it is integer 3");
}

}  // namespace

}  // namespace loom::templating
