#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

std::vector<std::string> messages(const support::TemplateTexts& texts) {
  base::Diagnostics diagnostics;
  const auto set = TemplateSet::build(support::template_sources(texts), Environment(), diagnostics);
  std::vector<std::string> result;
  for (const base::Diagnostic& diagnostic : diagnostics.items()) {
    result.push_back(diagnostic.file + ": " + diagnostic.message);
  }
  return result;
}

using Lines = std::vector<std::string>;

TEST(TemplateSet, ReportsTheMistakesOfAllTemplatesAtOnce) {
  EXPECT_EQ(messages({{"a", "{{ x y }}{% if %}"}, {"b", "{{ x | uper }}"}, {"c", "{% include \"d\" %}"}}),
            (Lines{"templates/a: expected an operator, `|` or `}}`, found `y`",
                   "templates/a: this `if` is never closed", "templates/a: expected a value, found `%}`",
                   "templates/b: there is no filter `uper`", "templates/c: there is no template `d`"}));
}

TEST(TemplateSet, ReportsCyclesOnce) {
  EXPECT_EQ(
      messages({{"a", "{% extends \"b\" %}"}, {"b", "{% extends \"a\" %}"}, {"c", "{% extends \"a\" %}"}}),
      (Lines{"templates/a: this template extends itself: a -> b -> a"}));
  EXPECT_EQ(messages({{"a", "{% include \"a\" %}"}}),
            (Lines{"templates/a: this template includes itself without end"}));
}

TEST(TemplateSet, ChecksMacroCalls) {
  const std::string file = "{% macro m(a, b=1) %}{% endmacro %}";
  EXPECT_EQ(
      messages({{"m", file},
                {"p", "{% import \"m\" as m %}{{ m::n() }}{{ m::m() }}{{ m::m(a=1, c=2) }}{{ q::x() }}"}}),
      (Lines{"templates/p: there is no macro `n` in templates/m",
             "templates/p: the macro `m` needs the argument `a`",
             "templates/p: the macro `m` has no argument `c`; it is ignored",
             "templates/p: no import is named `q`"}));
}

TEST(TemplateSet, LeavesOutWhatIsBrokenAndWhatNeedsIt) {
  base::Diagnostics diagnostics;
  const auto set = TemplateSet::build(
      support::template_sources({{"good", "x"}, {"bad", "{{"}, {"child", "{% extends \"bad\" %}"}}),
      Environment(), diagnostics);
  EXPECT_EQ(set.names(), Lines{"good"});
  EXPECT_EQ(diagnostics.error_count(), 1U);
}

TEST(TemplateSet, NamesDependenciesAndWhatIsMissing) {
  base::Diagnostics diagnostics;
  const auto set =
      TemplateSet::build(support::template_sources(
                             {{"p", "{% extends \"b\" %}{% import \"m\" as m %}"},
                              {"b", "{% include [\"x\", \"i\", \"y\"] %}{% include \"z\" ignore missing %}"},
                              {"i", "i"},
                              {"m", "{% macro a() %}{% endmacro %}"},
                              {"other", ""}}),
                         Environment(), diagnostics);
  EXPECT_EQ(set.dependencies("p"), (Lines{"b", "i", "m", "p", "x", "z"}));
  EXPECT_TRUE(set.dependencies("nope").empty());
}

TEST(TemplateSet, TakesOverWhatDidNotChange) {
  base::Diagnostics diagnostics;
  const Environment environment;
  const auto first = TemplateSet::build(support::template_sources({{"a", "{% include \"b\" %}"}, {"b", "1"}}),
                                        environment, diagnostics);
  const auto second =
      TemplateSet::build(support::template_sources({{"a", "{% include \"b\" %}"}, {"b", "2"}}), environment,
                         diagnostics, &first);
  std::string out;
  EXPECT_TRUE(
      render({.templates = second, .environment = environment, .template_name = "a", .context = Value()}, out,
             diagnostics)
          .ok);
  EXPECT_TRUE(
      render({.templates = first, .environment = environment, .template_name = "a", .context = Value()}, out,
             diagnostics)
          .ok);
  EXPECT_EQ(out, "21");
}

}  // namespace

}  // namespace loom::templating
