#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Statements, IfTakesTheFirstBranchThatHolds) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(render_text(R"t({% if false %}a{% elif true %}b{% else %}c{% endif %})t", context), R"t(b)t");
  EXPECT_EQ(render_text(R"t({% if false %}a{% elif false %}b{% else %}c{% endif %})t", context), R"t(c)t");
  EXPECT_EQ(render_text(R"t({% if missing %}a{% else %}b{% endif %})t", context), R"t(b)t");
  EXPECT_EQ(render_text(R"t({% if missing.deep.er %}a{% else %}b{% endif %})t", context), R"t(b)t");
  EXPECT_EQ(render_text(R"t({% if not missing %}a{% endif %})t", context), R"t(a)t");
  EXPECT_EQ(render_text(R"t({% if page.nope | length %}a{% else %}b{% endif %})t", context), R"t(b)t");
}

TEST(Statements, ForCountsItsRuns) {
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
          R"t({% for i in items %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }};{% endfor %})t",
          context),
      R"t(10truefalse;21falsefalse;32falsetrue;)t");
  EXPECT_EQ(render_text(R"t({% for i in [] %}a{% else %}none{% endfor %})t", context), R"t(none)t");
  EXPECT_EQ(render_text(R"t({% for k, v in page %}{{ k }}={{ v }};{% endfor %})t", context),
            R"t(title=A <b>;n=3;a.b=7;)t");
  EXPECT_EQ(render_text(R"t({% for c in "héy" %}{{ c }}.{% endfor %})t", context), R"t(h.é.y.)t");
  EXPECT_EQ(
      render_text(R"t({% for i in items %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %})t",
                  context),
      R"t(13)t");
  EXPECT_EQ(render_text(R"t({% for i in items %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% endfor %})t",
                        context),
            R"t(1)t");
  EXPECT_EQ(
      render_text(
          R"t({% for i in items %}{% for j in items %}{% if j == 2 %}{% break %}{% endif %}{{ i }}{{ j }} {% endfor %}{% endfor %})t",
          context),
      R"t(11 21 31 )t");
}

TEST(Statements, SetEndsWithTheRunAndSetGlobalDoesNot) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(render_text(R"t({% set x = 1 %}{% for i in items %}{% set x = i %}{{ x }}{% endfor %}{{ x }})t",
                        context),
            R"t(1231)t");
  EXPECT_EQ(render_text(R"t({% set x = 1 %}{% for i in items %}{% set_global x = i %}{% endfor %}{{ x }})t",
                        context),
            R"t(3)t");
  EXPECT_EQ(render_text(R"t({% for i in items %}{{ x | default(value="-") }}{% set x = i %}{% endfor %})t",
                        context),
            R"t(---)t");
  EXPECT_EQ(render_text(R"t({% if true %}{% set x = 5 %}{% endif %}{{ x }})t", context), R"t(5)t");
}

TEST(Statements, WhiteSpaceControlTrimsTheTextBesideTheTag) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(render_text(R"t(a {{- 1 -}} b)t", context), R"t(a1b)t");
  EXPECT_EQ(render_text(R"t(a
{%- if true -%}
 b 
{%- endif -%}
 c)t",
                        context),
            R"t(abc)t");
  EXPECT_EQ(render_text(R"t(a {#- x -#} b)t", context), R"t(ab)t");
  EXPECT_EQ(render_text(R"t(a {# x #} b)t", context), R"t(a  b)t");
  EXPECT_EQ(render_text(R"t({% raw -%} {{ x }} {%- endraw %})t", context), R"t({{ x }})t");
  EXPECT_EQ(render_text(R"t( {% raw %} {% if %} {% endraw %} )t", context), R"t(  {% if %}  )t");
}

TEST(Statements, FilterSectionsFilterWhatTheyPrint) {
  const Value::Map context = {
      {"name", text_value("World")},
      {"empty", text_value("")},
      {"nothing", Value::null()},
      {"pi", Value::floating(3.5)},
      {"items", Value::array({number_value(1), number_value(2), number_value(3)})},
      {"page",
       Value::map({{"title", text_value("A <b>")}, {"n", number_value(3)}, {"a.b", number_value(7)}})},
      {"key", text_value("title")}};
  EXPECT_EQ(render_text(R"t({% filter upper %}a{{ name }}{% endfilter %})t", context), R"t(AWORLD)t");
  EXPECT_EQ(render_text(R"t({% filter replace(from="a", to="b") %}banana{% endfilter %})t", context),
            R"t(bbnbnb)t");
  EXPECT_EQ(render_text(R"t({% filter safe %}<b>{% endfilter %})t", context), R"t(<b>)t");
}

TEST(Statements, BlocksReplaceThroughThreeLevels) {
  const auto result =
      support::render_set({{"page.html",
                            "{% extends \"mid.html\" %}{% block a %}page {{ super() }}{% endblock %}{% block "
                            "inner %}I{% endblock %}"},
                           {"mid.html",
                            "{% extends \"base.html\" %}{% block a %}mid {{ super() }}{% block inner %}i{% "
                            "endblock %}{% endblock a %}"},
                           {"base.html", "[{% block a %}base{% endblock %}|{% block b %}b{% endblock %}]"}});
  EXPECT_EQ(result.text, "[page mid baseI|b]");
}

TEST(Statements, OnlyTheTextRightAfterExtendsIsTrimmed) {
  const auto result = support::render_set(
      {{"page.html", "{% extends \"base.html\" %}\n{%- block a -%}\n{{ 1 }} | {{ 2 }}{% endblock %}"},
       {"base.html", "{% block a %}{% endblock %}"}});
  EXPECT_EQ(result.text, "1 | 2");
}

TEST(Statements, ABlockThatNoExtendedTemplateHasIsNeverRendered) {
  const auto result = support::render_set(
      {{"page.html", "{% extends \"base.html\" %}{% block lost %}{{ super() }}{% endblock %}"},
       {"base.html", "base"}});
  EXPECT_EQ(result.text, "base");
}

TEST(Statements, IncludesSeeTheVariablesAroundThemAndKeepTheirOwn) {
  const auto result = support::render_set(
      {{"page.html",
        "{% set x = 1 %}{% for i in [7] %}{% include \"part.html\" %}{% endfor %}{{ x }}"
        "{% include [\"no.html\", \"part.html\"] %}{% include \"no.html\" ignore missing %}"},
       {"part.html", "<{{ x }}{{ i | default(value=0) }}{% set x = 2 %}{{ x }}>"}});
  EXPECT_EQ(result.text, "<172>1<102>");
}

TEST(Statements, EscapingFollowsTheNameOfTheRenderedTemplate) {
  const Value::Map context = {{"x", text_value("<a&\"'>")}};
  EXPECT_EQ(support::render_page("{{ x }}", context).text, "&lt;a&amp;&quot;&#39;&gt;");
  EXPECT_EQ(support::render_page("{{ x | safe }}{{ x | upper | safe }}", context).text, "<a&\"'><A&\"'>");
  EXPECT_EQ(render_text("{{ x }}", context), "<a&\"'>");
  EXPECT_EQ(
      support::render_set({{"page.txt", "{% include \"a.html\" %}"}, {"a.html", "{{ x }}"}}, context).text,
      "<a&\"'>");
}

TEST(Statements, EndlessLoopsAndOutputAreCutOff) {
  base::Diagnostics diagnostics;
  const Environment environment;
  const auto set = TemplateSet::build(
      {{"a", "{% for i in range(end=100) %}{% for j in range(end=100) %}x{% endfor %}{% endfor %}", "a"}},
      environment, diagnostics);
  std::string out = "kept";
  RenderInput input{.templates = set, .environment = environment, .template_name = "a", .context = Value()};
  input.limits.loop_runs_max = 50;
  EXPECT_FALSE(render(input, out, diagnostics).ok);
  EXPECT_EQ(diagnostics.items().back().message, "the loops of this page run too often");
  input.limits = {};
  input.limits.output_bytes_max = 1000;
  EXPECT_FALSE(render(input, out, diagnostics).ok);
  EXPECT_EQ(diagnostics.items().back().message, "this page prints too much");
  EXPECT_EQ(out, "kept");
}

}  // namespace

}  // namespace loom::templating
