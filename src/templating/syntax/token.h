// The smallest parts of a template's text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "templating/program/template.h"

namespace loom::templating {

enum class TokenKind : std::uint8_t {
  /// Text to print, already trimmed as `-` asks.
  Text,
  /// `{{` and `}}`.
  PrintStart,
  PrintEnd,
  /// `{%` and `%}`.
  TagStart,
  TagEnd,
  Identifier,
  Integer,
  Float,
  /// The span includes the quotes.
  String,
  Dot,
  Comma,
  Colon,
  Assign,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Plus,
  Minus,
  Star,
  Slash,
  Percent,
  Tilde,
  Pipe,
  ParenthesisOpen,
  ParenthesisClose,
  BracketOpen,
  BracketClose,
  /// A character that belongs to no token.
  Unknown,
  /// A string whose end quote is missing.
  UnclosedString,
  EndOfText,
};

struct Token {
  TokenKind kind = TokenKind::EndOfText;
  Span span;
};

/// "a string", "`)`", "the end of the tag", for messages.
inline std::string_view token_name(TokenKind kind) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(TokenKind::EndOfText) + 1> kNames = {
      "text",
      "`{{`",
      "`}}`",
      "`{%`",
      "`%}`",
      "a name",
      "an integer",
      "a number",
      "a string",
      "`.`",
      "`,`",
      "`:`",
      "`=`",
      "`==`",
      "`!=`",
      "`<`",
      "`<=`",
      "`>`",
      "`>=`",
      "`+`",
      "`-`",
      "`*`",
      "`/`",
      "`%`",
      "`~`",
      "`|`",
      "`(`",
      "`)`",
      "`[`",
      "`]`",
      "an unknown character",
      "a string without an end quote",
      "the end of the file"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace loom::templating
