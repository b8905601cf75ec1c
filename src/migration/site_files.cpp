// Tested by tests/migration/addresses_test.cpp.
#include "migration/site_files.h"

#include <fmt/format.h>

#include "base/escape.h"
#include "migration/toml_text.h"

namespace loom::migration {

std::string render_page(const NewPage& page) {
  std::string text = "+++\n" + render_toml(page.front) + "+++\n";
  if (!page.body.empty()) {
    text += (page.body.starts_with('\n') ? "" : "\n") + page.body;
    if (!text.ends_with('\n')) {
      text += '\n';
    }
  }
  return text;
}

std::map<std::string, std::string> render_files(const NewSite& site) {
  std::map<std::string, std::string> files = site.texts;
  files["loom.toml"] = render_toml(site.config);
  for (const NewPage& page : site.pages) {
    files.insert_or_assign(page.path, render_page(page));
  }
  return files;
}

std::string render_redirect(std::string_view target) {
  const std::string escaped = base::html_escaped(target);
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Moved</title>\n"
      "<link rel=\"canonical\" href=\"{0}\">\n<meta http-equiv=\"refresh\" content=\"0; url={0}\">\n"
      "<p>This page has moved to <a href=\"{0}\">{0}</a>.</p>\n</html>\n",
      escaped);
}

}  // namespace loom::migration
