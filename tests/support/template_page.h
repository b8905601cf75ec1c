// What one page of a site prints by a template given as text: for tests of the functions and values that
// need a site.
#pragma once

#include "support/site_build.h"

namespace loom::support {

/// A site of content/a.md and `rest`, whose a.md is rendered by `page_template`.
inline Built build_page(std::string_view page_template, std::string_view rest = "") {
  return build_site(
      "--- loom.toml\nbase_url = \"https://example.org\"\n"
      "taxonomies = [{ name = \"tags\" }]\n"
      "--- content/a.md\n+++\ntitle = \"A\"\ntemplate = \"tested.html\"\n[taxonomies]\ntags = [\"Dry "
      "Land\"]\n+++\n"
      "--- templates/tested.html\n" +
      std::string(page_template) + "\n" + std::string(rest));
}

/// What the page prints, without the line end.
inline std::string printed(std::string_view page_template, std::string_view rest = "") {
  const Built built = build_page(page_template, rest);
  std::string body = built.body("/a/");
  if (body.ends_with('\n')) {
    body.pop_back();
  }
  return body;
}

/// "MESSAGE (HINT)" of the first mistake; "" and a failure when there is none.
inline std::string mistake(std::string_view page_template, std::string_view rest = "") {
  const Built built = build_page(page_template, rest);
  EXPECT_TRUE(built.diagnostics.has_errors()) << page_template;
  for (const base::Diagnostic& item : built.diagnostics.items()) {
    if (item.severity == base::Severity::Error) {
      return item.message + (item.hint.empty() ? "" : " (" + item.hint + ")");
    }
  }
  return "";
}

}  // namespace loom::support
