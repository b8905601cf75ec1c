#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr Feature kCharacter[] = {take_character};
constexpr StringRule kDoubleQuoted[] = {{.open = "\"", .close = "\"", .multi_line = true}};

constexpr WordClass kHaskellWords[] = {
    {Token::Keyword,
     "case class data default deriving do else family forall foreign if in infix infixl infixr instance let "
     "newtype of "
     "then type where"},
    {Token::KeywordImport, "import module qualified as hiding"},
    {Token::Builtin,
     "otherwise pure return show print putStrLn map filter foldr foldl fmap mapM_ error undefined"}};
constexpr BlockComment kHaskellComments[] = {{"{-", "-}", true}};

constexpr WordClass kElmWords[] = {
    {Token::Keyword, "alias as case else exposing if in let of port then type where"},
    {Token::KeywordImport, "import module"}};

constexpr WordClass kOcamlWords[] = {
    {Token::Keyword,
     "as assert begin class constraint do done downto else end exception external for fun function functor "
     "if in include "
     "inherit initializer lazy match method module mutable new nonrec object of open private rec sig struct "
     "then to try "
     "type val virtual when while with"},
    {Token::KeywordDeclaration, "let and"},
    {Token::KeywordType, "int float bool char string unit list array option ref bytes exn"},
    {Token::KeywordConstant, "true false"},
    {Token::WordOperator, "asr land lor lsl lsr lxor mod not or"}};
constexpr WordClass kFsharpWords[] = {
    {Token::Keyword,
     "abstract as assert async base begin class default delegate do done downcast downto elif else end "
     "exception extern "
     "finally fixed for fun function global if in inherit inline interface internal lazy match member "
     "mutable namespace "
     "new of open or override private public rec return static struct then to try type upcast use val void "
     "when while "
     "with yield"},
    {Token::KeywordDeclaration, "let and"},
    {Token::KeywordImport, "module", Token::Namespace},
    {Token::KeywordType, "int float bool char string unit list array option seq byte decimal obj"},
    {Token::KeywordConstant, "true false null"}};
constexpr BlockComment kOcamlComments[] = {{"(*", "*)", true}};
constexpr StringRule kFsharpStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .escape = '\0', .multi_line = true, .prefixes = "$"},
    {.open = "\"",
     .close = "\"",
     .multi_line = true,
     .prefixes = "$@",
     .raw_prefixes = "@",
     .interpolations = "{",
     .interpolation_prefixes = "$"}};

constexpr WordClass kElixirWords[] = {
    {Token::Keyword,
     "after case catch cond do else end for if quote raise receive rescue super throw try unless unquote "
     "with fn"},
    {Token::KeywordDeclaration, "def defp defmacro defmacrop defguard defdelegate", Token::Function},
    {Token::KeywordDeclaration, "defmodule defprotocol defimpl", Token::Namespace},
    {Token::KeywordDeclaration, "defstruct defexception"},
    {Token::KeywordImport, "alias import require use", Token::Namespace},
    {Token::KeywordConstant, "true false nil"},
    {Token::WordOperator, "and in not or when"},
    {Token::PseudoVariable, "__MODULE__ __DIR__ __ENV__"}};
constexpr StringRule kElixirStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .interpolations = "#{"},
    {.open = "\"", .close = "\"", .multi_line = true, .interpolations = "#{"},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .interpolations = "#{"}};
constexpr Sigil kElixirSigils[] = {{.mark = '@', .token = Token::Attribute},
                                   {.mark = ':', .token = Token::Symbol, .name_extra = "?!"},
                                   {.mark = '&', .token = Token::Variable, .single = "123456789"}};
constexpr Feature kElixirFeatures[] = {take_tilde_literal};

constexpr WordClass kErlangWords[] = {
    {Token::Keyword, "after begin case catch cond end fun if let maybe of query receive try when else"},
    {Token::WordOperator, "and andalso band bnot bor bsl bsr bxor div not or orelse rem xor"},
    {Token::KeywordConstant, "true false undefined ok error"}};
constexpr StringRule kErlangStrings[] = {{.open = "\"", .close = "\"", .multi_line = true},
                                         {.open = "'", .close = "'", .token = Token::Symbol}};
constexpr Sigil kErlangSigils[] = {{.mark = '?', .token = Token::Constant},
                                   {.mark = '#', .token = Token::Class}};

constexpr WordClass kNixWords[] = {
    {Token::Keyword, "assert else if in inherit let or rec then with"},
    {Token::KeywordConstant, "true false null"},
    {Token::Builtin, "abort builtins derivation fetchTarball import map removeAttrs throw toString"}};
constexpr StringRule kNixStrings[] = {
    {.open = "''",
     .close = "''",
     .token = Token::SingleQuoted,
     .escape = '\0',
     .multi_line = true,
     .interpolations = "${"},
    {.open = "\"", .close = "\"", .multi_line = true, .interpolations = "${"}};
constexpr BlockComment kBlock[] = {{"/*", "*/"}};

constexpr Language kLanguages[] = {{.name = "haskell",
                                    .aliases = "hs purescript",
                                    .words = kHaskellWords,
                                    .strings = kDoubleQuoted,
                                    .line_comments = "--",
                                    .block_comments = kHaskellComments,
                                    .features = kCharacter,
                                    .word_part = "'",
                                    .capitalised = Token::KeywordType},
                                   {.name = "elm",
                                    .words = kElmWords,
                                    .strings = kDoubleQuoted,
                                    .line_comments = "--",
                                    .block_comments = kHaskellComments,
                                    .features = kCharacter,
                                    .word_part = "'",
                                    .capitalised = Token::KeywordType},
                                   {.name = "ocaml",
                                    .aliases = "ml mli reason",
                                    .words = kOcamlWords,
                                    .strings = kDoubleQuoted,
                                    .block_comments = kOcamlComments,
                                    .features = kCharacter,
                                    .word_part = "'",
                                    .capitalised = Token::Class},
                                   {.name = "fsharp",
                                    .aliases = "f# fs fsx",
                                    .words = kFsharpWords,
                                    .strings = kFsharpStrings,
                                    .line_comments = "//",
                                    .block_comments = kOcamlComments,
                                    .features = kCharacter,
                                    .word_part = "'",
                                    .capitalised = Token::Class},
                                   {.name = "elixir",
                                    .aliases = "ex exs heex",
                                    .words = kElixirWords,
                                    .strings = kElixirStrings,
                                    .line_comments = "#",
                                    .sigils = kElixirSigils,
                                    .features = kElixirFeatures,
                                    .word_part = "?!",
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .key = Token::Symbol,
                                    .key_marks = ":"},
                                   {.name = "erlang",
                                    .aliases = "erl hrl",
                                    .words = kErlangWords,
                                    .strings = kErlangStrings,
                                    .line_comments = "%",
                                    .sigils = kErlangSigils,
                                    .call = Token::Function,
                                    .capitalised = Token::Variable},
                                   {.name = "nix",
                                    .words = kNixWords,
                                    .strings = kNixStrings,
                                    .line_comments = "#",
                                    .block_comments = kBlock,
                                    .word_part = "-'",
                                    .key = Token::Attribute,
                                    .key_marks = "="}};

}  // namespace

std::span<const Language> functional_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
