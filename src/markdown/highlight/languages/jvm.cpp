#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr BlockComment kBlock[] = {{"/*", "*/"}};
constexpr BlockComment kNestedBlock[] = {{"/*", "*/", true}};
constexpr Sigil kAnnotations[] = {{.mark = '@', .token = Token::Decorator, .name_extra = "."}};

constexpr WordClass kJavaWords[] = {
    {Token::Keyword,
     "abstract assert break case catch const continue default do else exports extends final finally for goto "
     "if "
     "implements instanceof module native new non-sealed open opens permits private protected provides "
     "public "
     "requires return sealed static strictfp switch synchronized throw throws to transient transitive try "
     "uses "
     "volatile when while with yield"},
    {Token::KeywordDeclaration, "class enum interface record", Token::Class},
    {Token::KeywordDeclaration, "var"},
    {Token::KeywordImport, "package import", Token::Namespace},
    {Token::KeywordType, "boolean byte char double float int long short void"},
    {Token::KeywordConstant, "true false null"},
    {Token::PseudoVariable, "this super"}};
constexpr StringRule kJavaStrings[] = {{.open = "\"\"\"", .close = "\"\"\"", .multi_line = true},
                                       {.open = "\"", .close = "\""},
                                       {.open = "'", .close = "'", .token = Token::Character}};

constexpr WordClass kKotlinWords[] = {
    {Token::Keyword,
     "abstract actual annotation as break by catch companion const constructor continue crossinline data "
     "delegate do "
     "dynamic else expect external final finally for get if import in infix init inline inner internal is "
     "lateinit "
     "noinline open operator out override private protected public reified return sealed set super suspend "
     "tailrec "
     "throw try value vararg when where while"},
    {Token::KeywordDeclaration, "fun", Token::Function},
    {Token::KeywordDeclaration, "class enum interface object typealias", Token::Class},
    {Token::KeywordDeclaration, "val var"},
    {Token::KeywordImport, "package import", Token::Namespace},
    {Token::KeywordType,
     "Any Array Boolean Byte Char Double Float Int List Long Map MutableList MutableMap Nothing Set Short "
     "String Unit"},
    {Token::KeywordConstant, "true false null"},
    {Token::PseudoVariable, "this it field"}};
constexpr StringRule kKotlinStrings[] = {
    {.open = "\"\"\"",
     .close = "\"\"\"",
     .escape = '\0',
     .multi_line = true,
     .interpolations = "${",
     .dollar_names = true},
    {.open = "\"", .close = "\"", .interpolations = "${", .dollar_names = true},
    {.open = "'", .close = "'", .token = Token::Character}};

constexpr WordClass kScalaWords[] = {
    {Token::Keyword,
     "abstract as case catch derives do else end export extends final finally for forSome given if implicit "
     "infix "
     "inline lazy match new opaque open override private protected return sealed super then throw "
     "transparent try "
     "using while with yield"},
    {Token::KeywordDeclaration, "def", Token::Function},
    {Token::KeywordDeclaration, "class enum extension object trait type", Token::Class},
    {Token::KeywordDeclaration, "val var"},
    {Token::KeywordImport, "package import", Token::Namespace},
    {Token::KeywordType,
     "Any AnyRef AnyVal Boolean Byte Char Double Either Float Int List Long Map Nothing Option Seq Set Short "
     "String Unit "
     "Vector"},
    {Token::KeywordConstant, "true false null"},
    {Token::PseudoVariable, "this"}};
constexpr StringRule kScalaStrings[] = {{.open = "\"\"\"",
                                         .close = "\"\"\"",
                                         .escape = '\0',
                                         .multi_line = true,
                                         .prefixes = "sfraw",
                                         .interpolations = "${",
                                         .interpolation_prefixes = "sf",
                                         .dollar_names = true},
                                        {.open = "\"",
                                         .close = "\"",
                                         .prefixes = "sfr",
                                         .raw_prefixes = "r",
                                         .interpolations = "${",
                                         .interpolation_prefixes = "sf",
                                         .dollar_names = true}};
constexpr Feature kCharacter[] = {take_character};

constexpr WordClass kGroovyWords[] = {
    {Token::Keyword,
     "abstract as assert break case catch continue default do else extends final finally for if implements "
     "in "
     "instanceof new private protected public return static switch throw throws trait try while"},
    {Token::KeywordDeclaration, "class enum interface", Token::Class},
    {Token::KeywordDeclaration, "def var"},
    {Token::KeywordImport, "package import", Token::Namespace},
    {Token::KeywordType, "boolean byte char double float int long short void String"},
    {Token::KeywordConstant, "true false null"},
    {Token::PseudoVariable, "this super it"}};
constexpr StringRule kGroovyStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .interpolations = "${", .dollar_names = true},
    {.open = "'''", .close = "'''", .token = Token::SingleQuoted, .multi_line = true},
    {.open = "\"", .close = "\"", .interpolations = "${", .dollar_names = true},
    {.open = "'", .close = "'", .token = Token::SingleQuoted}};

constexpr WordClass kDartWords[] = {
    {Token::Keyword,
     "abstract as assert async await base break case catch continue covariant default deferred do else "
     "export extends "
     "external factory final finally for get hide if implements in interface is late new on operator part "
     "required "
     "rethrow return sealed set show static super switch sync throw try when while with yield"},
    {Token::KeywordDeclaration, "class enum extension mixin typedef", Token::Class},
    {Token::KeywordDeclaration, "const var"},
    {Token::KeywordImport, "import library"},
    {Token::KeywordType,
     "bool double dynamic int num void String List Map Set Future Stream Object Iterable Never Null"},
    {Token::KeywordConstant, "true false null"},
    {Token::PseudoVariable, "this"}};
constexpr StringRule kDartStrings[] = {{.open = "\"\"\"",
                                        .close = "\"\"\"",
                                        .multi_line = true,
                                        .prefixes = "r",
                                        .raw_prefixes = "r",
                                        .interpolations = "${",
                                        .dollar_names = true},
                                       {.open = "'''",
                                        .close = "'''",
                                        .token = Token::SingleQuoted,
                                        .multi_line = true,
                                        .prefixes = "r",
                                        .raw_prefixes = "r",
                                        .interpolations = "${",
                                        .dollar_names = true},
                                       {.open = "\"",
                                        .close = "\"",
                                        .prefixes = "r",
                                        .raw_prefixes = "r",
                                        .interpolations = "${",
                                        .dollar_names = true},
                                       {.open = "'",
                                        .close = "'",
                                        .token = Token::SingleQuoted,
                                        .prefixes = "r",
                                        .raw_prefixes = "r",
                                        .interpolations = "${",
                                        .dollar_names = true}};

constexpr Language kLanguages[] = {{.name = "java",
                                    .words = kJavaWords,
                                    .strings = kJavaStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .sigils = kAnnotations,
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "kotlin",
                                    .aliases = "kt kts",
                                    .words = kKotlinWords,
                                    .strings = kKotlinStrings,
                                    .line_comments = "//",
                                    .block_comments = kNestedBlock,
                                    .sigils = kAnnotations,
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "scala",
                                    .aliases = "sc",
                                    .words = kScalaWords,
                                    .strings = kScalaStrings,
                                    .line_comments = "//",
                                    .block_comments = kNestedBlock,
                                    .sigils = kAnnotations,
                                    .features = kCharacter,
                                    .call = Token::Function,
                                    .capitalised = Token::Class},
                                   {.name = "groovy",
                                    .aliases = "gradle jenkinsfile",
                                    .words = kGroovyWords,
                                    .strings = kGroovyStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .sigils = kAnnotations,
                                    .call = Token::Function,
                                    .capitalised = Token::Class},
                                   {.name = "dart",
                                    .words = kDartWords,
                                    .strings = kDartStrings,
                                    .line_comments = "//",
                                    .block_comments = kNestedBlock,
                                    .sigils = kAnnotations,
                                    .call = Token::Function,
                                    .capitalised = Token::Class}};

}  // namespace

std::span<const Language> jvm_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
