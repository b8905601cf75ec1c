#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr BlockComment kBlock[] = {{"/*", "*/"}};
constexpr Sigil kDecorators[] = {{.mark = '@', .token = Token::Decorator, .name_extra = "."},
                                 {.mark = '#', .token = Token::InstanceVariable}};

constexpr WordClass kJavaScriptWords[] = {
    {Token::Keyword,
     "as async await break case catch continue debugger default delete do else export extends finally for "
     "from get if "
     "import in instanceof new of return set static switch throw try typeof void while with yield"},
    {Token::KeywordDeclaration, "function", Token::Function},
    {Token::KeywordDeclaration, "class", Token::Class},
    {Token::KeywordDeclaration, "const let var"},
    {Token::KeywordConstant, "true false null undefined NaN Infinity"},
    {Token::Builtin, "console document window globalThis process require module exports"},
    {Token::PseudoVariable, "this super arguments"}};

constexpr WordClass kTypeScriptWords[] = {
    {Token::Keyword,
     "abstract accessor as asserts async await break case catch continue debugger declare default delete do "
     "else export "
     "extends finally for from get global if implements import in infer instanceof is keyof new of out "
     "override "
     "private protected public readonly return satisfies set static switch throw try typeof unique void "
     "while with "
     "yield"},
    {Token::KeywordDeclaration, "function", Token::Function},
    {Token::KeywordDeclaration, "class enum interface type", Token::Class},
    {Token::KeywordDeclaration, "const let var"},
    {Token::KeywordImport, "module namespace", Token::Namespace},
    {Token::KeywordType, "any bigint boolean never number object string symbol unknown"},
    {Token::KeywordConstant, "true false null undefined NaN Infinity"},
    {Token::Builtin, "console document window globalThis process require"},
    {Token::PseudoVariable, "this super arguments"}};

constexpr StringRule kJavaScriptStrings[] = {
    {.open = "`", .close = "`", .token = Token::Backtick, .multi_line = true, .interpolations = "${"},
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'", .token = Token::SingleQuoted}};
constexpr Feature kRegex[] = {take_regex};
constexpr Feature kRegexAndElements[] = {take_regex, take_jsx_element};

constexpr WordClass kCssWords[] = {{Token::Tag,
                                    "a abbr article aside audio blockquote body button canvas caption code "
                                    "dd details dialog div dl dt em fieldset "
                                    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html "
                                    "iframe img input kbd label legend li main "
                                    "mark nav ol option p picture pre section select small span strong sub "
                                    "summary sup svg table tbody td textarea "
                                    "tfoot th thead time tr ul video"},
                                   {Token::KeywordConstant,
                                    "absolute auto block bold border-box both center currentcolor fixed flex "
                                    "grid hidden inherit initial inline "
                                    "inline-block italic none normal nowrap pointer relative revert solid "
                                    "static sticky transparent unset visible"},
                                   {Token::WordOperator, "and or not only"}};
constexpr StringRule kCssStrings[] = {{.open = "\"", .close = "\""},
                                      {.open = "'", .close = "'", .token = Token::SingleQuoted}};
constexpr Feature kCssFeatures[] = {take_css_hash};
constexpr Sigil kCssSigils[] = {{.mark = '@', .token = Token::Keyword, .name_extra = "-"},
                                {.mark = '#', .token = Token::Namespace, .name_extra = "-"},
                                {.mark = '.', .token = Token::Class, .name_extra = "-"},
                                {.mark = ':', .token = Token::Decorator, .name_extra = "-:"},
                                {.mark = '!', .token = Token::Keyword},
                                {.mark = '%', .token = Token::Class, .name_extra = "-"},
                                {.mark = '$', .token = Token::Variable, .name_extra = "-"}};

constexpr Language kLanguages[] = {{.name = "javascript",
                                    .aliases = "js mjs cjs node jsx",
                                    .words = kJavaScriptWords,
                                    .strings = kJavaScriptStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .sigils = kDecorators,
                                    .features = kRegexAndElements,
                                    .word_start = "$",
                                    .word_part = "$",
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "typescript",
                                    .aliases = "ts mts cts",
                                    .words = kTypeScriptWords,
                                    .strings = kJavaScriptStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .sigils = kDecorators,
                                    .features = kRegex,
                                    .word_start = "$",
                                    .word_part = "$",
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "tsx",
                                    .words = kTypeScriptWords,
                                    .strings = kJavaScriptStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .sigils = kDecorators,
                                    .features = kRegexAndElements,
                                    .word_start = "$",
                                    .word_part = "$",
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "css",
                                    .words = kCssWords,
                                    .strings = kCssStrings,
                                    .block_comments = kBlock,
                                    .sigils = kCssSigils,
                                    .features = kCssFeatures,
                                    .word_start = "-",
                                    .word_part = "-",
                                    .call = Token::Builtin,
                                    .key = Token::Attribute,
                                    .key_marks = ":"},
                                   {.name = "scss",
                                    .aliases = "sass less",
                                    .words = kCssWords,
                                    .strings = kCssStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .sigils = kCssSigils,
                                    .features = kCssFeatures,
                                    .word_start = "-",
                                    .word_part = "-",
                                    .call = Token::Builtin,
                                    .key = Token::Attribute,
                                    .key_marks = ":"}};

}  // namespace

std::span<const Language> web_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
