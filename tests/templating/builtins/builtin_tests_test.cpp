#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(BuiltinTests, DoWhatTeraDocuments) {
  const Value::Map context = {
      {"pages",
       Value::array({Value::map({{"t", text_value("b")}, {"y", number_value(2020)}}),
                     Value::map({{"t", text_value("a")}, {"y", number_value(2021)}}),
                     Value::map({{"t", text_value("c")}, {"y", number_value(2020)}, {"x", Value::null()}})})},
      {"items", Value::array({number_value(3), number_value(1), number_value(3)})},
      {"words", Value::array({text_value("b"), text_value("B"), text_value("a")})}};
  EXPECT_EQ(render_text(
                R"t({{ x is defined }}{{ x is undefined }}{{ items is defined }}{{ items is not defined }})t",
                context),
            R"t(falsetruetruefalse)t");
  EXPECT_EQ(render_text(R"t({{ 3 is odd }}{{ 4 is even }}{{ 4 is odd }}{{ 6 is divisibleby(3) }})t", context),
            R"t(truetruefalsetrue)t");
  EXPECT_EQ(
      render_text(
          R"t({{ "a" is string }}{{ 1 is number }}{{ items is iterable }}{{ pages.0 is object }}{{ items is object }})t",
          context),
      R"t(truetruetruetruefalse)t");
  EXPECT_EQ(
      render_text(
          R"t({{ "abc" is starting_with("ab") }}{{ "abc" is ending_with("bc") }}{{ "abc" is containing("x") }}{{ items is containing(3) }})t",
          context),
      R"t(truetruefalsetrue)t");
  EXPECT_EQ(render_text(R"t({{ "post-12" is matching("^post-[0-9]+$") }})t", context), R"t(true)t");
  EXPECT_EQ(render_text(R"t({{ "a" is matching("(") }})t", context),
            R"t(error: `matching`: the regular expression "(" is wrong: a `(` without `)`)t");
  EXPECT_EQ(render_text(R"t({{ x is odd }})t", context), R"t(error: `odd`: the variable is not defined)t");
}

}  // namespace

}  // namespace loom::templating
