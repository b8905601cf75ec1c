#include "templating/builtins/filter_input.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(FilterInput, PathsReachIntoMapsAndArrays) {
  const Value value = Value::map({{"a", Value::array({Value::map({{"b", number_value(7)}})})}});
  EXPECT_EQ(value_at_path(value, "a.0.b").as_integer(), 7);
  EXPECT_TRUE(value_at_path(value, "a.1.b").is_undefined());
  EXPECT_TRUE(value_at_path(value, "").is_map());
}

TEST(FilterInput, EscapesStandForLineEndsAndTabs) {
  EXPECT_EQ(with_escapes("a\\nb\\tc\\x"), "a\nb\tc\\x");
}

}  // namespace

}  // namespace loom::templating
