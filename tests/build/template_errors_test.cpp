// What authors read when templates are wrong, word for word: one run, each mistake at its file, line and
// column, with the way that led there.
#include <gtest/gtest.h>

#include "base/diagnostics_text.h"
#include "support/site_build.h"

namespace loom::build {
namespace {

std::string report(std::string_view site) {
  support::Built built = support::build_site(site);
  built.diagnostics.sort();
  return base::format_diagnostics(built.diagnostics, false);
}

constexpr std::string_view kSite =
    "--- config.toml\nbase_url = \"https://example.org\"\n"
    "--- content/_index.md\n+++\ntitle = \"Home\"\n+++\n"
    "--- content/a.md\n+++\ntitle = \"A\"\n[extra]\nprice = \"12\"\n+++\n"
    "--- templates/section.html\ns\n";

TEST(TemplateErrors, NameTheLineOfTheMacroAndTheWayThere) {
  EXPECT_EQ(report(std::string(kSite) + R"(--- templates/index.html
i
--- templates/base.html
<html>{% block main %}{% include "part.html" %}{% endblock %}</html>
--- templates/page.html
{% extends "base.html" %}
--- templates/part.html
{% import "list.html" as list %}
<p>{{ list::price(page=page) }}</p>
--- templates/list.html
{% macro price(page) %}
  <b>{{ page.extra.price * 2 }}</b>
{% endmacro %}
)"),
            R"(error: `*` does not work on string "12" and integer 2
  --> templates/list.html:2:9
 2 |   <b>{{ page.extra.price * 2 }}</b>
   |         ^^^^^^^^^^^^^^^^^^^^
   = in the macro `price`, called from templates/part.html:2
   = in `part.html`, included from templates/base.html:1
   = in the block `main`, printed by templates/base.html:1
   = while rendering content/a.md
   help: the filters `int` and `float` make numbers of strings

1 error, 0 warnings
)");
}

TEST(TemplateErrors, AreAllReportedInOneRun) {
  EXPECT_EQ(report(std::string(kSite) + R"(--- templates/index.html
{{ section.titel }}
--- templates/page.html
{{ nothing }}
--- templates/other.html
{{ page.title | upcase }}
{% include "pat.html" %}
--- templates/part.html
{% for p in pages %}{{ p }}
)"),
            R"(error: `section` has no field `titel`
  --> templates/index.html:1:4
 1 | {{ section.titel }}
   |    ^^^^^^^^^^^^^
   = while rendering content/_index.md
   help: did you mean `title`?

error: there is no filter `upcase`
  --> templates/other.html:1:17
 1 | {{ page.title | upcase }}
   |                 ^^^^^^

error: there is no template `pat.html`
  --> templates/other.html:2:1
 2 | {% include "pat.html" %}
   | ^^^^^^^^^^^^^^^^^^^^^
   help: did you mean `part.html`?

error: there is no variable `nothing`
  --> templates/page.html:1:4
 1 | {{ nothing }}
   |    ^^^^^^^
   = while rendering content/a.md
   help: in scope: `page`, `config`, `lang`, `current_path`, `current_url`

error: this `for` is never closed
  --> templates/part.html:1:1
 1 | {% for p in pages %}{{ p }}
   | ^^^^^^
   help: close it with `{% endfor %}`

5 errors, 0 warnings
)");
}

}  // namespace
}  // namespace loom::build
