#include "templating/evaluation/operators.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Operators, WholeQuotientsAreIntegers) {
  EXPECT_EQ(calculate(ExpressionKind::Divide, number_value(6), number_value(3)).value()->kind(),
            ValueKind::Integer);
  EXPECT_EQ(calculate(ExpressionKind::Divide, number_value(7), number_value(2)).value()->as_number(), 3.5);
}

TEST(Operators, TheSmallestRemainderDoesNotOverflow) {
  EXPECT_EQ(
      calculate(ExpressionKind::Modulo, number_value(INT64_MIN), number_value(-1)).value()->as_integer(), 0);
}

TEST(Operators, MembershipNamesWhatItCannotSearch) {
  EXPECT_EQ(is_in(text_value("a"), number_value(1)).error()->message,
            "`in` searches arrays, strings and maps, not integer 1");
  EXPECT_EQ(is_in(number_value(1), text_value("1")).error()->message,
            "only a string can be in string, not integer 1");
}

}  // namespace

}  // namespace loom::templating
