#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Errors, AMistakeInAMacroNamesItsOwnFileAndTheWayThere) {
  const auto result =
      support::render_set({{"page.html", "{% import \"m.html\" as m %}\n\n{{ m::show(p=page) }}"},
                           {"m.html", "{% macro show(p) %}\n  {{ p.titel }}{% endmacro %}"}},
                          {{"page", Value::map({{"title", text_value("t")}})}});
  ASSERT_EQ(result.diagnostics.items().size(), 1U);
  const base::Diagnostic& error = result.diagnostics.items().front();
  EXPECT_EQ(error.file, "templates/m.html");
  EXPECT_EQ(error.line, 2U);
  EXPECT_EQ(error.column, 6U);
  EXPECT_EQ(error.length, 7U);
  EXPECT_EQ(error.source_line, "  {{ p.titel }}{% endmacro %}");
  EXPECT_EQ(error.message, "`p` has no field `titel`");
  EXPECT_EQ(error.hint, "did you mean `title`?");
  const std::vector<std::string> trail = {"in the macro `show`, called from templates/page.html:3",
                                          "while rendering content/page.md"};
  EXPECT_EQ(error.trail, trail);
  EXPECT_EQ(result.text, "");
}

TEST(Errors, UnknownVariablesNameWhatIsNear) {
  const auto result = support::render_page("{{ nmae }}", {{"name", text_value("x")}});
  EXPECT_EQ(result.message(), "there is no variable `nmae`");
  EXPECT_EQ(result.hint(), "did you mean `name`?");
  EXPECT_EQ(support::render_page("{{ zzzzzz }}", {{"name", text_value("x")}}).hint(), "in scope: `name`");
}

TEST(Errors, IncludesAndBlocksAreInTheTrail) {
  const auto result = support::render_set(
      {{"page.html", "{% extends \"base.html\" %}{% block a %}{% include \"part.html\" %}{% endblock %}"},
       {"base.html", "\n{% block a %}{% endblock %}"},
       {"part.html", "{{ x }}"}});
  const std::vector<std::string> trail = {"in `part.html`, included from templates/page.html:1",
                                          "in the block `a`, printed by templates/base.html:2",
                                          "while rendering content/page.md"};
  ASSERT_FALSE(result.diagnostics.empty());
  EXPECT_EQ(result.diagnostics.items().front().trail, trail);
}

TEST(Errors, CallsThatFailSayWhatWasExpected) {
  EXPECT_EQ(render_text("{{ 3 | upper }}"), "error: `upper`: it works on strings, not on integer 3");
  EXPECT_EQ(
      render_text("{{ \"a\" | truncate(length=\"x\") }}"),
      "error: `truncate`: the argument `length` must be an integer of at least 0, but it is string \"x\"");
  EXPECT_EQ(render_text("{{ \"a\" | split }}"), "error: `split`: the argument `pat` is missing");
  EXPECT_EQ(render_text("{{ throw(message=\"stop\") }}"), "error: `throw`: stop");
  EXPECT_EQ(render_text("{% for x in 3 %}{% endfor %}"),
            "error: a loop needs an array, a map or a string, not integer 3");
}

}  // namespace

}  // namespace loom::templating
