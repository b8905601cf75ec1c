// The classes of tokens and their names in HTML, which are those of Pygments. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loom::markdown::highlight {

enum class Token : std::uint8_t {
  Plain,
  LineComment,
  BlockComment,
  HashBang,
  Preprocessor,
  IncludedFile,
  Keyword,
  KeywordConstant,
  KeywordDeclaration,
  KeywordImport,
  KeywordType,
  Attribute,
  Builtin,
  PseudoVariable,
  Class,
  Decorator,
  Exception,
  Function,
  Entity,
  Label,
  Namespace,
  Constant,
  Tag,
  Variable,
  InstanceVariable,
  String,
  SingleQuoted,
  DoubleQuoted,
  Backtick,
  Character,
  Escape,
  Heredoc,
  Interpolation,
  Regex,
  Symbol,
  Integer,
  Float,
  Hexadecimal,
  Binary,
  Octal,
  Operator,
  WordOperator,
  Punctuation,
  Deleted,
  Inserted,
  Heading,
  Subheading,
  Prompt,
  Output,
  Strong,
  Emphasis,
};

inline constexpr std::array<std::string_view, 51> kClassNames = {
    "",   "c1", "cm", "ch", "cp", "cpf", "k",  "kc", "kd", "kn", "kt", "na", "nb", "bp", "nc", "nd", "ne",
    "nf", "ni", "nl", "nn", "no", "nt",  "nv", "vi", "s",  "s1", "s2", "sb", "sc", "se", "sh", "si", "sr",
    "ss", "mi", "mf", "mh", "mb", "mo",  "o",  "ow", "p",  "gd", "gi", "gh", "gu", "gp", "go", "gs", "ge"};
inline constexpr std::size_t kTokenCount = static_cast<std::size_t>(Token::Emphasis) + 1;
static_assert(kClassNames.size() == kTokenCount);

/// Empty for Plain, which has no span.
constexpr std::string_view class_name(Token token) {
  return kClassNames[static_cast<std::size_t>(token)];
}

}  // namespace loom::markdown::highlight
