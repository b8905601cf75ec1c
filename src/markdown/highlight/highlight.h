// Build-time highlighting of code blocks: text in, HTML with one span per token out. Pure functions, any
// thread. The class names are those of Pygments, so its themes fit. A theme may style these classes:
//   comments     c1 line, cm block, ch hash-bang, cp preprocessor or processing instruction, cpf included
//   file keywords     k, kc constant, kd declaration, kn import, kt type names        na attribute or key, nb
//   built-in, nc class or type, nd decorator, ne exception, nf function,
//                ni entity, nl label, nn namespace or section, no constant, nt tag or object key, nv
//                variable, vi instance variable, bp pseudo-variable (self, this)
//   literals     s string, s1 single-quoted, s2 double-quoted, sb backtick, sc character, se escape, sh
//   heredoc,
//                si interpolation mark, sr regular expression, ss symbol
//   numbers      mi integer, mf float, mh hexadecimal, mb binary, mo octal
//   the rest     o operator, ow word operator, p punctuation
//   documents    gd deleted, gi inserted, gh heading, gu subheading, gp prompt, go output, gs strong, ge
//   emphasis
// Names without a meaning known to the lexer have no span.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/highlight/token_tags.h"

namespace loom::markdown {

/// Appends `code` as HTML text to `out`. No span crosses a line end, so that the caller may cut the result
/// into lines. The text content of what is appended equals `code`. An unknown language gives escaped text
/// without spans. `language` is a name or an alias, in any case. Time is linear in the size of `code`.
/// `tags` open the spans.
void append_highlighted(std::string& out, std::string_view language, std::string_view code,
                        const highlight::TokenTags& tags = highlight::pygments_tags());

/// True for names and aliases, in any case.
bool is_known_language(std::string_view language);

/// The names without the aliases, in alphabetical order. The views are valid for the life of the program.
std::vector<std::string_view> language_names();

}  // namespace loom::markdown
