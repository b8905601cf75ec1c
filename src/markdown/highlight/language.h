// The declarative description of a language. Tables of this type live in languages/; they hold no code but
// pointers to features (features.h) or to a lexer of their own (markup.h, line_formats.h). Constant data, any
// thread.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "markdown/highlight/token.h"

namespace loom::markdown::highlight {

class CodeLexer;
class Cursor;
class TokenWriter;
struct LoadedLanguage;

/// Strings and embedded code deeper than this are shown as plain string text.
inline constexpr std::size_t kNestingDepthMax = 64;

/// A kind of string. The first rule of a language whose opening matches is taken, so the longest comes first.
struct StringRule {
  std::string_view open;
  std::string_view close;
  Token token = Token::DoubleQuoted;
  /// NUL: none.
  char escape = '\\';
  /// The escape takes all letters that follow: `\frac`.
  bool escapes_are_words = false;
  /// The closing mark written twice stands for itself.
  bool doubled_close = false;
  bool multi_line = false;
  /// Up to three of these letters may stand before the opening mark.
  std::string_view prefixes = {};
  bool prefix_required = false;
  /// A prefix out of these switches escapes off.
  std::string_view raw_prefixes = {};
  /// Marks that begin embedded code, separated by spaces; each ends in its bracket: "${ $(".
  std::string_view interpolations = {};
  /// If not empty, embedded code needs one of these prefixes.
  std::string_view interpolation_prefixes = {};
  /// `$name` inside the string is a variable.
  bool dollar_names = false;
};

struct BlockComment {
  std::string_view open;
  std::string_view close;
  bool nests = false;
  /// The opening mark counts only at the start of a line.
  bool at_line_start = false;
};

/// Words of one class, separated by spaces.
struct WordClass {
  Token token = Token::Keyword;
  std::string_view words;
  /// The class of the name that follows such a word: `class Name`.
  Token next = Token::Plain;
};

/// A mark that begins a name: `$name`, `@name`, `:name`.
struct Sigil {
  char mark = '$';
  Token token = Token::Variable;
  /// Characters that may be part of the name besides those of the language's words.
  std::string_view name_extra = {};
  /// Characters that are a whole name: `$?`.
  std::string_view single = {};
  /// Opening brackets that may enclose the name, up to the end of the line: `${name}`.
  std::string_view brackets = {};
};

/// A construct that no table can say. Consumes something and returns true, or leaves everything and returns
/// false.
using Feature = bool (*)(CodeLexer&);

/// Writes the whole text of the cursor as tokens.
using Lexer = void (*)(const LoadedLanguage&, Cursor&, TokenWriter&);

struct Language {
  std::string_view name;
  /// Separated by spaces, lower case.
  std::string_view aliases = {};
  std::span<const WordClass> words = {};
  std::span<const StringRule> strings = {};
  /// Separated by spaces.
  std::string_view line_comments = {};
  std::span<const BlockComment> block_comments = {};
  std::span<const Sigil> sigils = {};
  std::span<const Feature> features = {};
  std::string_view word_start = {};
  std::string_view word_part = {};
  bool ignore_case = false;
  /// `#` and the like begin a comment only after white space.
  bool comment_after_space = false;
  /// 1'000.
  bool quoted_digits = false;
  /// After a dot a keyword is a plain name.
  bool keywords_after_dot = false;
  /// `#define` at the start of a line.
  bool preprocessor = false;
  /// `[name]` at the start of a line.
  bool section_headers = false;
  /// `size_t`.
  bool types_end_in_t = false;
  /// `print!(`.
  bool macros_end_in_bang = false;
  /// For a name before an opening parenthesis.
  Token call = Token::Plain;
  Token capitalised = Token::Plain;
  Token all_capitals = Token::Plain;
  /// For a name that one of `key_marks` follows on the same line.
  Token key = Token::Plain;
  std::string_view key_marks = {};
  bool string_keys = false;
  /// For the first name of a line, or after one of `statement_ends`.
  Token line_head = Token::Plain;
  std::string_view statement_ends = {};
  /// For the first name after an opening parenthesis.
  Token list_head = Token::Plain;
  /// The language of the code inside a markup language's own marks (PHP, templates).
  std::string_view embedded = {};
  /// Nothing: the generic lexer for code.
  Lexer lexer = nullptr;
};

}  // namespace loom::markdown::highlight
