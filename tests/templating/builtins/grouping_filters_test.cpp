#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(GroupingFilters, DoWhatTeraDocuments) {
  const Value::Map context = {
      {"pages",
       Value::array({Value::map({{"t", text_value("b")}, {"y", number_value(2020)}}),
                     Value::map({{"t", text_value("a")}, {"y", number_value(2021)}}),
                     Value::map({{"t", text_value("c")}, {"y", number_value(2020)}, {"x", Value::null()}})})},
      {"items", Value::array({number_value(3), number_value(1), number_value(3)})},
      {"words", Value::array({text_value("b"), text_value("B"), text_value("a")})}};
  EXPECT_EQ(
      render_text(
          R"t({{ items | sort }}{{ words | sort }}{{ pages | sort(attribute="t") | map(attribute="t") }})t",
          context),
      R"t([1, 3, 3][B, a, b][a, b, c])t");
  EXPECT_EQ(
      render_text(
          R"t({{ items | unique }}{{ words | unique }}{{ words | unique(case_sensitive=true) }}{{ pages | unique(attribute="y") | length }})t",
          context),
      R"t([3, 1][b, a][b, B, a]2)t");
  EXPECT_EQ(render_text(
                R"t({% for k, v in pages | group_by(attribute="y") %}{{ k }}:{{ v | length }} {% endfor %})t",
                context),
            R"t(2020:2 2021:1 )t");
  EXPECT_EQ(render_text(R"t({{ [1, "a"] | sort }})t", context),
            R"t(error: `sort`: elements of different types have no order: integer 1 and string "a")t");
}

}  // namespace

}  // namespace loom::templating
