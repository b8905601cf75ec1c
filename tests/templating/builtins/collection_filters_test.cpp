#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(CollectionFilters, DoWhatTeraDocuments) {
  const Value::Map context = {
      {"pages",
       Value::array({Value::map({{"t", text_value("b")}, {"y", number_value(2020)}}),
                     Value::map({{"t", text_value("a")}, {"y", number_value(2021)}}),
                     Value::map({{"t", text_value("c")}, {"y", number_value(2020)}, {"x", Value::null()}})})},
      {"items", Value::array({number_value(3), number_value(1), number_value(3)})},
      {"words", Value::array({text_value("b"), text_value("B"), text_value("a")})}};
  EXPECT_EQ(
      render_text(
          R"t({{ items | first }}{{ items | last }}{{ items | nth(n=1) }}[{{ [] | first }}{{ items | nth(n=9) }}])t",
          context),
      R"t(331[])t");
  EXPECT_EQ(render_text(R"t({{ words | join(sep=", ") }}{{ [] | join }})t", context), R"t(b, B, a)t");
  EXPECT_EQ(
      render_text(
          R"t({{ items | slice(start=1) }}{{ items | slice(end=-1) }}{{ items | slice(start=2, end=1) }}{{ items | slice(start=-2) }})t",
          context),
      R"t([1, 3][3, 1][][1, 3])t");
  EXPECT_EQ(
      render_text(
          R"t({{ pages | filter(attribute="y", value=2020) | map(attribute="t") }}{{ pages | filter(attribute="x") | length }})t",
          context),
      R"t([b, c]0)t");
  EXPECT_EQ(render_text(R"t({{ items | concat(with=4) }}{{ items | concat(with=[5, 6]) }})t", context),
            R"t([3, 1, 3, 4][3, 1, 3, 5, 6])t");
}

TEST(CollectionFilters, ArraysThatDoubleWithoutEndAreAnError) {
  const std::string text =
      R"t({% set_global s = [1, 2] %}{% for i in range(end=60) %}{% set_global s = s | concat(with=s) %}{% endfor %})t";
  EXPECT_EQ(render_text(text), "error: `concat`: the result would have too many elements");
}

}  // namespace

}  // namespace loom::templating
