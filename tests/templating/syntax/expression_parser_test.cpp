#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(ExpressionParser, SaysWhatIsWrong) {
  EXPECT_EQ(render_text("{{ f(1) }}"), "error: expected `argument=value`, found an integer 1");
  EXPECT_EQ(render_text("{{ f(a=1, a=2) }}"), "error: the argument `a` is given twice");
  EXPECT_EQ(render_text("{{ x | default }}"), "error: the filter `default` needs the argument `value`");
  EXPECT_EQ(render_text("{{ 99999999999999999999 }}"), "error: this number is too large");
  EXPECT_EQ(render_text("{{ x. }}"), "error: expected the name of a field, found `}}`");
  EXPECT_EQ(render_text("{{ (1 }}"), "error: expected `)`, found `}}`");
  EXPECT_EQ(render_text("{{ super() | upper }}"), "error: `super()` must stand alone");
}

TEST(ExpressionParser, LimitsNesting) {
  EXPECT_EQ(render_text("{{ " + std::string(100, '(') + "1" + std::string(100, ')') + " }}"),
            "error: this expression is nested too deeply");
  std::string filters = "{{ 'a'";
  for (int i = 0; i < 100; ++i) {
    filters += " | trim";
  }
  EXPECT_EQ(render_text(filters + " }}"), "error: this expression has too many parts");
}

}  // namespace

}  // namespace loom::templating
