#include "markdown/highlight/registry.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "base/ascii.h"
#include "markdown/highlight/code_lexer.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

class Registry {
 public:
  Registry() {
    for (const auto family :
         {c_family_languages(), systems_languages(), jvm_languages(), scripting_languages(), web_languages(),
          functional_languages(), lisp_languages(), scientific_languages(), shell_languages(),
          data_languages(), query_languages(), infrastructure_languages(), markup_languages()}) {
      for (const Language& language : family) {
        add(language);
      }
    }
    std::sort(names_.begin(), names_.end());
  }

  const LoadedLanguage* find(std::string_view name) const {
    const auto found = by_name_.find(base::lower_ascii(name));
    return found == by_name_.end() ? nullptr : found->second;
  }
  const std::vector<std::string_view>& names() const { return names_; }

 private:
  void add(const Language& language) {
    const LoadedLanguage& loaded = languages_.emplace_back(language);
    names_.push_back(language.name);
    by_name_.emplace(language.name, &loaded);
    for (const std::string_view alias : words_of(language.aliases)) {
      by_name_.emplace(alias, &loaded);
    }
  }

  std::deque<LoadedLanguage> languages_;
  std::vector<std::string_view> names_;
  std::unordered_map<std::string_view, const LoadedLanguage*> by_name_;
};

const Registry& registry() {
  static const Registry kRegistry;
  return kRegistry;
}

}  // namespace

const LoadedLanguage* find_language(std::string_view name) {
  return registry().find(name);
}

std::vector<std::string_view> registered_names() {
  return registry().names();
}

std::size_t lex(const LoadedLanguage& language, std::string_view code, TokenWriter& writer) {
  Cursor cursor(code);
  if (language.rules.lexer != nullptr) {
    language.rules.lexer(language, cursor, writer);
  } else {
    CodeLexer(language, cursor, writer).run();
  }
  return cursor.examined_byte_count();
}

std::size_t lex_embedded(std::string_view language, std::string_view code, TokenWriter& writer) {
  if (const LoadedLanguage* found = find_language(language)) {
    return lex(*found, code, writer);
  }
  writer.write(Token::Plain, code);
  return code.size();
}

}  // namespace loom::markdown::highlight
