#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Calls, MacrosSeeTheirArgumentsAndTheContextOnly) {
  const support::TemplateTexts texts = {
      {"page.html",
       "{% import \"m.html\" as m %}{% set x = 1 %}{{ m::show(a=\"<\") }}|{{ m::show(a=2, b=3) }}"},
      {"m.html",
       "{% macro show(a, b=\"d\") %}{{ a }}{{ b }}{{ x | default(value=\"-\") }}{{ site }}{{ self::end() "
       "}}{% endmacro show %}"
       "{% macro end() %}.{% endmacro %}"}};
  EXPECT_EQ(support::render_set(texts, {{"site", text_value("S")}}).text, "&lt;d-S.|23-S.");
}

TEST(Calls, MacrosMayRecurseToALimit) {
  EXPECT_EQ(render_text(
                "{% macro count(n) %}{{ n }}{% if n > 0 %}{{ self::count(n=n - 1) }}{% endif %}{% endmacro %}"
                "{{ self::count(n=3) }}"),
            "3210");
  EXPECT_EQ(render_text("{% macro m() %}{{ self::m() }}{% endmacro %}{{ self::m() }}"),
            "error: includes and macros call one another too deeply");
}

TEST(Calls, IncludesMayUseTheImportsOfThoseThatIncludeThem) {
  const auto result =
      support::render_set({{"page.html", "{% import \"m.html\" as m %}{% include \"part.html\" %}"},
                           {"part.html", "{{ m::x() }}"},
                           {"m.html", "{% macro x() %}X{% endmacro %}"}});
  EXPECT_EQ(result.text, "X");
}

TEST(Calls, HostFunctionsGetArgumentsAndTheState) {
  struct State final : HostState {
    std::string page = "a.md";
  };
  Environment environment;
  environment.add_function({.name = "where", .parameters = {"prefix"}},
                           [](const Arguments& arguments, RenderContext& context) -> CallResult {
                             ArgumentReader reader(arguments);
                             const std::string prefix = reader.text("prefix");
                             if (reader.error()) {
                               return *reader.error();
                             }
                             return Value::string(prefix + static_cast<State*>(context.host())->page +
                                                  std::string(context.template_name()) +
                                                  std::string(context.find("x").as_text()));
                           });
  environment.add_filter({.name = "bold", .output = CallOutput::Markup},
                         [](const Value& input, const Arguments&, RenderContext&) -> CallResult {
                           return Value::string("<b>" + std::string(input.as_text()) + "</b>");
                         });
  base::Diagnostics diagnostics;
  State state;
  const auto set =
      TemplateSet::build({{"a.html", "{% set x = \"!\" %}{{ where(prefix=\"in \") | bold }}", "a.html"}},
                         environment, diagnostics);
  std::string out;
  EXPECT_TRUE(render({.templates = set,
                      .environment = environment,
                      .template_name = "a.html",
                      .context = Value(),
                      .host = &state},
                     out, diagnostics)
                  .ok);
  EXPECT_EQ(out, "<b>in a.mda.html!</b>");
}

}  // namespace

}  // namespace loom::templating
