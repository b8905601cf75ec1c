// Lexer, parser and linker of the template language: any text is a template or a list of mistakes with
// places.
#include "base/check.h"
#include "fuzz/target.h"
#include "templating/template_set.h"

using namespace loom;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const templating::Environment environment;
  const std::string text(fuzz::text_of_input(data, size));
  base::Diagnostics diagnostics;
  const auto set = templating::TemplateSet::build(
      {{"page.html", text, "templates/page.html"},
       {"base.html", "{% block main %}{% endblock main %}", "templates/base.html"},
       {"macros.html", "{% macro m(a, b=1) %}{% endmacro m %}", "templates/macros.html"}},
      environment, diagnostics);
  LOOM_CHECK(set.contains("page.html") != diagnostics.has_errors());
  for (const base::Diagnostic& item : diagnostics.items()) {
    LOOM_CHECK(item.file == "templates/page.html" && item.line != 0 && item.column != 0 &&
               !item.message.empty());
  }
  return 0;
}
