// HTML, XML and what is embedded in them: scripts, styles, PHP, template marks. One thread per call.
#pragma once

#include "markdown/highlight/language.h"

namespace loom::markdown::highlight {

/// Tags, attributes, comments, entities. In HTML the text of script and style elements is JavaScript and CSS.
/// With `embedded` set, the marks {{ }}, {% %} and {# #} hold code of that language, everywhere.
void lex_markup(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer);

/// Code of the `embedded` language between <?php or <?= and ?>, HTML outside; without any mark all of it is
/// code.
void lex_php(const LoadedLanguage& language, Cursor& cursor, TokenWriter& writer);

}  // namespace loom::markdown::highlight
