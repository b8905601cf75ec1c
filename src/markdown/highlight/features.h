// Constructs of single languages that the generic lexer cannot express as data. Each consumes something and
// returns true, or consumes nothing and returns false. One thread per lexer.
#pragma once

namespace loom::markdown::highlight {

class CodeLexer;

/// R"mark(text)mark".
bool take_cpp_raw_string(CodeLexer& lexer);
/// r#"text"#, with any number of marks; also Swift's #"text"#.
bool take_hashed_string(CodeLexer& lexer);
/// 'a as a lifetime, 'a' as a character.
bool take_rust_quote(CodeLexer& lexer);
/// 'a' as a character; any other quote is part of a name or an operator (Haskell, OCaml, Lisp).
bool take_character(CodeLexer& lexer);
/// #[name(...)] or [name] on one line.
bool take_rust_attribute(CodeLexer& lexer);
/// [==[text]==] and comments of the same form.
bool take_lua_long_bracket(CodeLexer& lexer);
/// <<MARK, <<-MARK, <<~MARK, with or without quotes.
bool take_heredoc_mark(CodeLexer& lexer);
/// <<<MARK in PHP.
bool take_php_heredoc_mark(CodeLexer& lexer);
/// /text/flags where an operand may stand.
bool take_regex(CodeLexer& lexer);
/// %w(text), %(text), %r{text} in Ruby; ~r/text/ in Elixir.
bool take_percent_literal(CodeLexer& lexer);
bool take_tilde_literal(CodeLexer& lexer);
/// q(text), qq{text}, qw/text/, m/text/, s/text/text/ in Perl.
bool take_perl_quote(CodeLexer& lexer);
/// $$text$$ and $tag$text$tag$ in SQL.
bool take_dollar_quoted(CodeLexer& lexer);
/// An element where an operand may stand.
bool take_jsx_element(CodeLexer& lexer);
/// " at the start of a line begins a comment.
bool take_vim_comment(CodeLexer& lexer);
/// #\a and #:name in Lisps, \a in Clojure.
bool take_lisp_character(CodeLexer& lexer);
/// #123abc in CSS as a colour; any other #name is left to the table.
bool take_css_hash(CodeLexer& lexer);

}  // namespace loom::markdown::highlight
