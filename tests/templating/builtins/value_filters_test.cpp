#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(ValueFilters, DoWhatTeraDocuments) {
  const Value::Map context = {
      {"pages",
       Value::array({Value::map({{"t", text_value("b")}, {"y", number_value(2020)}}),
                     Value::map({{"t", text_value("a")}, {"y", number_value(2021)}}),
                     Value::map({{"t", text_value("c")}, {"y", number_value(2020)}, {"x", Value::null()}})})},
      {"items", Value::array({number_value(3), number_value(1), number_value(3)})},
      {"words", Value::array({text_value("b"), text_value("B"), text_value("a")})}};
  EXPECT_EQ(render_text(R"t({{ words | length }}{{ "héy" | length }}{{ pages.0 | length }})t", context),
            R"t(332)t");
  EXPECT_EQ(render_text(R"t({{ items | reverse }}{{ "aéb" | reverse }})t", context), R"t([3, 1, 3]béa)t");
  EXPECT_EQ(render_text(R"t({{ pages.0 | json_encode }}{{ 1.0 | json_encode }})t", context),
            R"t({"t":"b","y":2020}1.0)t");
  EXPECT_EQ(render_text(R"t({{ 3 | as_str ~ "x" }})t", context), R"t(3x)t");
  EXPECT_EQ(render_text(R"t({{ pages.0 | get(key="t") }}{{ pages.0 | get(key="q", default=1) }})t", context),
            R"t(b1)t");
  EXPECT_EQ(render_text(R"t({{ pages.0 | get(key="q") }})t", context),
            R"t(error: `get`: map has no key "q")t");
}

}  // namespace

}  // namespace loom::templating
