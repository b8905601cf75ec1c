#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(StatementParser, SaysWhatIsWrong) {
  EXPECT_EQ(render_text("{% fro x in y %}"), "error: there is no tag `fro`");
  EXPECT_EQ(render_text("{% component x() %}"), "error: there is no tag `component`");
  EXPECT_EQ(render_text("{% if a %}"), "error: this `if` is never closed");
  EXPECT_EQ(render_text("{% endif %}"), "error: `endif` closes nothing that is open here");
  EXPECT_EQ(render_text("{% break %}"), "error: `break` outside of a `for` loop");
  EXPECT_EQ(render_text("x{% extends 'a' %}"),
            "error: `extends` must be the first tag of the template, with no text before it");
  EXPECT_EQ(render_text("{% include name %}"),
            "error: expected the name of a template in quotes, found `name`");
  EXPECT_EQ(render_text("{% block a %}{% endblock %}{% block a %}{% endblock %}"),
            "error: there are two blocks named `a`");
  EXPECT_EQ(render_text("{% if a %}{% macro m() %}{% endmacro %}{% endif %}"),
            "error: a macro must stand at the top level of its file, outside of every other tag");
  EXPECT_EQ(render_text("{{ super() }}"), "error: `super()` outside of a block");
}

TEST(StatementParser, WhiteSpaceAroundTheHeaderIsNotPrinted) {
  EXPECT_EQ(support::render_set(
                {{"p", "\n{# c #}\n{% import \"m\" as m %}\n\nx"}, {"m", "{% macro a() %}{% endmacro %}"}})
                .text,
            "\nx");
}

TEST(StatementParser, LimitsNesting) {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text += "{% if a %}";
  }
  EXPECT_EQ(render_text(text), "error: this `if` is never closed");
}

}  // namespace

}  // namespace loom::templating
