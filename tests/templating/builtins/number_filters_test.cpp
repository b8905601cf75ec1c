#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(NumberFilters, DoWhatTeraDocuments) {
  const Value::Map context = {};
  EXPECT_EQ(
      render_text(
          R"t({{ "12" | int }} {{ "x" | int(default=5) }} {{ "0xff" | int(base=16) }} {{ "3.9" | int }} {{ 2.9 | int }} {{ "-7" | int }})t",
          context),
      R"t(12 5 255 3 2 -7)t");
  EXPECT_EQ(render_text(R"t({{ "1.5" | float }} {{ "x" | float(default=2.5) }} {{ 3 | float }})t", context),
            R"t(1.5 2.5 3)t");
  EXPECT_EQ(render_text(R"t({{ -3 | abs }} {{ -2.5 | abs }})t", context), R"t(3 2.5)t");
  EXPECT_EQ(render_text(
                R"t({{ 1 | pluralize }}{{ 2 | pluralize }}{{ 2 | pluralize(singular="y", plural="ies") }})t",
                context),
            R"t(sies)t");
  EXPECT_EQ(
      render_text(
          R"t({{ 2.5 | round }} {{ 2.1 | round(method="ceil") }} {{ 2.345 | round(precision=2, method="floor") }})t",
          context),
      R"t(3 3 2.34)t");
  EXPECT_EQ(
      render_text(
          R"t({{ 123456789 | filesizeformat }} {{ 1024 | filesizeformat(binary=true) }} {{ 5 | filesizeformat }})t",
          context),
      R"t(117.74 MB 1 KiB 5 B)t");
  EXPECT_EQ(render_text(R"t({{ 1 | round(method="x") }})t", context),
            R"t(error: `round`: the argument `method` must be "common", "ceil" or "floor", not "x")t");
}

}  // namespace

}  // namespace loom::templating
