// YAML, as far as lines show it (YAML 1.2.2). One thread per call.
#pragma once

#include "markdown/highlight/language.h"

namespace loom::markdown::highlight {

void lex_yaml(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer);

}  // namespace loom::markdown::highlight
