#include "templating/evaluation/scope.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Scope, InnerNamesHideOuterOnes) {
  Scope scope(Value::map({{"x", number_value(1)}}));
  const Name x = make_name("x");
  EXPECT_EQ(scope.find(x)->as_integer(), 1);
  scope.set(x, number_value(2));
  scope.enter_loop(2);
  scope.start_run(0);
  scope.bind(x, number_value(3));
  scope.set(x, number_value(4));
  EXPECT_EQ(scope.find(x)->as_integer(), 4);
  scope.start_run(1);
  EXPECT_EQ(scope.find(x)->as_integer(), 2);
  EXPECT_EQ(scope.loop()->index, 1U);
  scope.enter_macro({});
  EXPECT_EQ(scope.find(x)->as_integer(), 1);
  EXPECT_EQ(scope.loop(), nullptr);
  scope.leave_frame();
  scope.leave_loop();
  EXPECT_EQ(scope.find(x)->as_integer(), 2);
}

}  // namespace

}  // namespace loom::templating
