#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Expressions, ValuesPrintAsTeraPrintsThem) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(
      render_text(R"t({{ 1.0 }} {{ 0.25 }} {{ -3 }} {{ true }} {{ [1, "a", [2]] }} {{ page }}{{ nothing }})t",
                  context),
      R"t(1 0.25 -3 true [1, a, [2]] [object])t");
  EXPECT_EQ(render_text(R"t({{ 'a"b' }}{{ `c'd` }})t", context), R"t(a"bc'd)t");
  EXPECT_EQ(render_text(R"t({{ 1e }})t", context),
            R"t(error: expected an operator, `|` or `}}`, found `e`)t");
}

TEST(Expressions, ArithmeticKeepsIntegersWhereItCan) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(
      render_text(
          R"t({{ 7 / 2 }} {{ 6 / 2 }} {{ 7 % 4 }} {{ 2 * 3 + 1 }} {{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ pi * 2 }} {{ 1 / 0 }})t",
          context),
      R"t(3.5 3 3 7 7 9 7 NaN)t");
  EXPECT_EQ(render_text(R"t({{ 1 - -1 }} {{ 3 -1 }})t", context), R"t(2 2)t");
  EXPECT_EQ(render_text(R"t({{ 5 % 0 }})t", context), R"t(error: division by zero: 5 % 0)t");
  EXPECT_EQ(render_text(R"t({{ 9223372036854775807 + 1 }})t", context),
            R"t(error: 9223372036854775807 + 1 does not fit into 64 bits)t");
  EXPECT_EQ(render_text(R"t({{ name + 1 }})t", context),
            R"t(error: `+` does not work on string "World" and integer 1)t");
}

TEST(Expressions, FiltersApplyToTheRunBeforeThem) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(render_text(R"t({{ 1 + 2 * 3 - 10 | abs }})t", context), R"t(3)t");
  EXPECT_EQ(render_text(R"t({{ items | length + 1 }})t", context), R"t(4)t");
  EXPECT_EQ(render_text(R"t({{ "a" ~ "b" | upper }})t", context), R"t(AB)t");
  EXPECT_EQ(render_text(R"t({{ items | length * 2 + 1 | abs }})t", context), R"t(9)t");
}

TEST(Expressions, LogicBindsAsInTera) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(render_text(R"t({{ not true or true }})t", context), R"t(true)t");
  EXPECT_EQ(render_text(R"t({{ true or false and false }})t", context), R"t(true)t");
  EXPECT_EQ(render_text(R"t({{ not 1 == 2 }})t", context), R"t(true)t");
  EXPECT_EQ(render_text(R"t({{ missing or name }})t", context), R"t(true)t");
  EXPECT_EQ(render_text(R"t({{ false and missing.x }})t", context), R"t(false)t");
  EXPECT_EQ(render_text(R"t({{ 1 in items and 9 not in items }})t", context), R"t(true)t");
  EXPECT_EQ(render_text(R"t({{ "or" in name }} {{ "title" in page }} {{ not "x" in name }})t", context),
            R"t(true true true)t");
  EXPECT_EQ(render_text(R"t({{ 1 < 2 }}{{ 2 <= 2 }}{{ 3 > 4 }}{{ 3.5 >= pi }})t", context),
            R"t(truetruefalsetrue)t");
  EXPECT_EQ(render_text(R"t({{ 1 == 1.0 }}{{ "1" == 1 }}{{ "1" != 1 }})t", context), R"t(truefalsefalse)t");
}

TEST(Expressions, PathsReachIntoMapsAndArrays) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(
      render_text(
          R"t({{ page.title }} {{ page["title"] }} {{ page[key] }} {{ items.0 }} {{ items[2] }} {{ items[page.n - 1] }} {{ page["a.b"] }})t",
          context),
      R"t(A <b> A <b> A <b> 1 3 3 7)t");
  EXPECT_EQ(
      render_text(
          R"t({{ items.9 | default(value="none") }}{{ page.x.y | default(value=1) }}{{ nothing | default(value=2) }})t",
          context),
      R"t(none12)t");
}

TEST(Expressions, ConcatenationTakesStringsAndNumbers) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(render_text(R"t({{ "a" ~ 1 ~ name ~ 2.5 }})t", context), R"t(a1World2.5)t");
  EXPECT_EQ(render_text(R"t({{ "a" ~ true }})t", context),
            R"t(error: `~` joins strings and numbers, not boolean true)t");
}

TEST(Expressions, ConcatenationIsPrintedRawAsInTera) {
  const Value::Map context = {{"x", text_value("<b>")}};
  EXPECT_EQ(support::render_page("{{ x ~ x }}{% set y = x ~ x %}{{ y }}", context).text,
            "<b><b>&lt;b&gt;&lt;b&gt;");
}

TEST(Expressions, TheContextCanBeDumped) {
  EXPECT_EQ(render_text("{% set b = 1 %}{{ __tera_context }}", {{"a", number_value(2)}}),
            "{\n  \"a\": 2,\n  \"b\": 1\n}");
}

}  // namespace

}  // namespace loom::templating
