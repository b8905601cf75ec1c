#include "templating/value_text.h"

#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(ValueText, FloatsPrintShortestAndWithoutExponent) {
  std::string text;
  for (const double number : {1.0, 0.1, 1e21, -2.5, 1e-7}) {
    append_float(text, number);
    text += ' ';
  }
  EXPECT_EQ(text, "1 0.1 1000000000000000000000 -2.5 0.0000001 ");
}

TEST(ValueText, JsonFloatsKeepTheirPoint) {
  std::string text;
  for (const double number : {1.0, 0.1, 1e21, 1e-7}) {
    append_json_float(text, number);
    text += ' ';
  }
  EXPECT_EQ(text, "1.0 0.1 1e+21 1e-7 ");
}

TEST(ValueText, JsonEscapesAndIndents) {
  const Value value =
      Value::map({{"a", Value::array({text_value("q\"\n"), Value::null()})}, {"e", Value::array({})}});
  std::string text;
  EXPECT_TRUE(append_json(text, value, {}));
  EXPECT_EQ(text, R"({"a":["q\"\n",null],"e":[]})");
  text.clear();
  EXPECT_TRUE(append_json(text, value, {.pretty = true}));
  EXPECT_EQ(text, "{\n  \"a\": [\n    \"q\\\"\\n\",\n    null\n  ],\n  \"e\": []\n}");
  EXPECT_FALSE(append_json(text, value, {.output_bytes_max = 3}));
}

TEST(ValueText, DescriptionsAreShort) {
  EXPECT_EQ(describe(text_value(std::string(50, 'x'))), "string \"" + std::string(40, 'x') + "...\"");
  EXPECT_EQ(describe(Value::array({number_value(1)})), "array of 1");
}

}  // namespace

}  // namespace loom::templating
