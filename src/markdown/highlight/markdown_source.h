// Markdown as source text in a code block: headings, fences, emphasis, links. One thread per call.
#pragma once

#include "markdown/highlight/language.h"

namespace loom::markdown::highlight {

/// Code inside a fence is highlighted in its own language, unless that is Markdown again.
void lex_markdown(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer);

}  // namespace loom::markdown::highlight
