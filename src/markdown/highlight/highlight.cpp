#include "markdown/highlight/highlight.h"

#include "base/escape.h"
#include "markdown/highlight/registry.h"
#include "markdown/highlight/token_writer.h"

namespace loom::markdown {

void append_highlighted(std::string& out, std::string_view language, std::string_view code,
                        const highlight::TokenTags& tags) {
  const highlight::LoadedLanguage* found = highlight::find_language(language);
  if (found == nullptr) {
    base::append_html(out, code);
    return;
  }
  highlight::TokenWriter writer(out, tags);
  highlight::lex(*found, code, writer);
}

bool is_known_language(std::string_view language) {
  return highlight::find_language(language) != nullptr;
}

std::vector<std::string_view> language_names() {
  return highlight::registered_names();
}

}  // namespace loom::markdown
