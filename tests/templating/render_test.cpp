#include <gtest/gtest.h>

#include "support/rendering.h"

namespace loom::templating {

namespace {

using support::number_value;
using support::render_text;
using support::text_value;

TEST(Render, MissingTemplatesAreReported) {
  base::Diagnostics diagnostics;
  const Environment environment;
  const auto set = TemplateSet::build({{"page.html", "x", "page.html"}}, environment, diagnostics);
  std::string out;
  EXPECT_FALSE(render({.templates = set,
                       .environment = environment,
                       .template_name = "pag.html",
                       .context = Value(),
                       .label = "a.md"},
                      out, diagnostics)
                   .ok);
  EXPECT_EQ(diagnostics.items().front().message, "there is no usable template `pag.html`");
  EXPECT_EQ(diagnostics.items().front().hint, "did you mean `page.html`?");
}

TEST(Render, AppendsToWhatIsThere) {
  base::Diagnostics diagnostics;
  const Environment environment;
  const auto set = TemplateSet::build({{"a.html", "{{ x }}", "a.html"}}, environment, diagnostics);
  std::string out = "-";
  const Value context = Value::map({{"x", text_value("<")}});
  EXPECT_TRUE(render({.templates = set,
                      .environment = environment,
                      .template_name = "a.html",
                      .context = context,
                      .escape = false},
                     out, diagnostics)
                  .ok);
  EXPECT_EQ(out, "-<");
}

}  // namespace

}  // namespace loom::templating
