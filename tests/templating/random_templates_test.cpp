#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

/// Templates put together at random from the parts of the language: most are wrong, none may crash.
std::string random_template(std::uint64_t& state) {
  static const std::vector<std::string> kParts = {"{{ ",
                                                  " }}",
                                                  "{% if ",
                                                  " %}",
                                                  "{% endif %}",
                                                  "{% for i in ",
                                                  "{% endfor %}",
                                                  "x",
                                                  "items",
                                                  " | ",
                                                  "upper",
                                                  "length",
                                                  "(",
                                                  ")",
                                                  "[",
                                                  "]",
                                                  ".",
                                                  ",",
                                                  "'a'",
                                                  "1",
                                                  "2.5",
                                                  " ~ ",
                                                  " + ",
                                                  " - ",
                                                  " * ",
                                                  " / ",
                                                  " % ",
                                                  " == ",
                                                  " in ",
                                                  " not ",
                                                  " and ",
                                                  " or ",
                                                  " is ",
                                                  "defined",
                                                  "matching('a+')",
                                                  "{% set x = ",
                                                  "{% block b %}",
                                                  "{% endblock %}",
                                                  "{{ super() }}",
                                                  "{% macro m(a=1) %}",
                                                  "{% endmacro %}",
                                                  "{{ self::m() }}",
                                                  "{% filter upper %}",
                                                  "{% endfilter %}",
                                                  "{% else %}",
                                                  "{% elif ",
                                                  "{% raw %}",
                                                  "{% endraw %}",
                                                  "{#",
                                                  "#}",
                                                  "{%- ",
                                                  " -%}",
                                                  "join(sep=',')",
                                                  "group_by(attribute='x')",
                                                  "default(value=1)",
                                                  "{% break %}",
                                                  "{% include 'a' %}",
                                                  "{% extends 'a' %}",
                                                  "{% set_global x = ",
                                                  "range(end=3)",
                                                  "\u00e9",
                                                  "json_encode",
                                                  "sort",
                                                  "slice(start=1)"};
  const auto next = [&state](std::size_t limit) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state >> 33) % limit;
  };
  // Short ones are right often enough to be rendered.
  const bool printed = next(2) == 0;
  std::string text = printed ? "{{ " : "";
  for (std::size_t left = 1 + next(printed ? 5 : 25); left > 0; --left) {
    text += kParts[next(kParts.size())];
  }
  text += printed ? " }}" : "";
  return text;
}

TEST(RandomTemplates, NeverCrash) {
  std::uint64_t state = 7;
  std::size_t rendered = 0;
  for (int i = 0; i < 3000; ++i) {
    const auto result =
        support::render_set({{"p", random_template(state)}, {"a", "x{% block b %}y{% endblock %}"}},
                            {{"x", text_value("x")}, {"items", Value::array({number_value(1)})}});
    rendered += result.ok ? 1 : 0;
    EXPECT_TRUE(result.ok || result.diagnostics.has_errors());
  }
  EXPECT_GT(rendered, 0U);
}

}  // namespace

}  // namespace loom::templating
