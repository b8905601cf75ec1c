// Formats whose lines have a kind each: diff, HTTP messages, console sessions, YAML, Markdown. One thread per
// call.
#pragma once

#include "markdown/highlight/language.h"

namespace loom::markdown::highlight {

void lex_diff(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer);
/// The start line, the fields and the body of one message (RFC 9112 §2.1).
void lex_http(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer);
/// Lines behind a prompt are shell code, all others are output.
void lex_console(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer);

}  // namespace loom::markdown::highlight
