// All languages by name. Loaded at the first call, then constant: any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/highlight/lexicon.h"

namespace loom::markdown::highlight {

/// By name or alias, in any case. Returns nullptr for an unknown language.
const LoadedLanguage* find_language(std::string_view name);

/// In alphabetical order, without aliases.
std::vector<std::string_view> registered_names();

/// Writes `code` as tokens. Returns the number of bytes that were looked at.
std::size_t lex(const LoadedLanguage& language, std::string_view code, TokenWriter& writer);

/// Like `lex` for the language of that name; text of an unknown language is written plain.
std::size_t lex_embedded(std::string_view language, std::string_view code, TokenWriter& writer);

}  // namespace loom::markdown::highlight
