#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr BlockComment kBlock[] = {{"/*", "*/"}};

constexpr StringRule kCStrings[] = {
    {.open = "\"", .close = "\"", .prefixes = "uUL8"},
    {.open = "'", .close = "'", .token = Token::Character, .prefixes = "uUL8"}};

constexpr WordClass kCWords[] = {
    {Token::Keyword,
     "auto break case const continue default do else extern for goto if inline register restrict return "
     "sizeof "
     "static switch volatile while _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local "
     "alignas alignof constexpr static_assert thread_local typeof"},
    {Token::KeywordDeclaration, "struct union enum", Token::Class},
    {Token::KeywordDeclaration, "typedef"},
    {Token::KeywordType,
     "void char short int long float double signed unsigned bool _Bool _Complex wchar_t FILE va_list"},
    {Token::KeywordConstant, "true false NULL nullptr stdin stdout stderr"}};

constexpr WordClass kCppWords[] = {
    {Token::Keyword,
     "alignas alignof asm auto break case catch co_await co_return co_yield const const_cast consteval "
     "constexpr "
     "constinit continue decltype default delete do dynamic_cast else explicit export extern final for "
     "friend goto "
     "if inline mutable new noexcept operator override private protected public register reinterpret_cast "
     "requires "
     "return sizeof static static_assert static_cast switch template thread_local throw try typeid volatile "
     "virtual "
     "while"},
    {Token::KeywordDeclaration, "class struct union enum concept", Token::Class},
    {Token::KeywordDeclaration, "typedef typename using"},
    {Token::KeywordImport, "namespace import module", Token::Namespace},
    {Token::KeywordType,
     "void char char8_t char16_t char32_t wchar_t short int long float double signed unsigned bool"},
    {Token::KeywordConstant, "true false nullptr NULL"},
    {Token::PseudoVariable, "this"},
    {Token::WordOperator, "and and_eq bitand bitor compl not not_eq or or_eq xor xor_eq"}};

constexpr Feature kCppFeatures[] = {take_cpp_raw_string};

constexpr WordClass kObjectiveCWords[] = {
    {Token::Keyword,
     "auto break case const continue default do else extern for goto if in inline register return sizeof "
     "static "
     "switch volatile while @end @try @catch @finally @throw @synchronized @autoreleasepool @selector "
     "@encode "
     "@public @private @protected @optional @required @synthesize @dynamic @property @import nonatomic "
     "atomic "
     "strong weak copy assign retain readonly readwrite nullable nonnull"},
    {Token::KeywordDeclaration, "@interface @implementation @protocol @class struct union enum",
     Token::Class},
    {Token::KeywordDeclaration, "typedef"},
    {Token::KeywordType,
     "void char short int long float double signed unsigned BOOL id instancetype SEL IMP"},
    {Token::KeywordConstant, "YES NO nil Nil NULL true false"},
    {Token::PseudoVariable, "self super _cmd"}};

constexpr StringRule kObjectiveCStrings[] = {{.open = "\"", .close = "\"", .prefixes = "@"},
                                             {.open = "'", .close = "'", .token = Token::Character}};

constexpr WordClass kCSharpWords[] = {
    {Token::Keyword,
     "abstract as async await base break case catch checked const continue default delegate do else event "
     "explicit "
     "extern finally fixed for foreach get goto if implicit in init internal is lock new operator out "
     "override "
     "params partial private protected public readonly ref required return sealed set sizeof stackalloc "
     "static "
     "switch throw try typeof unchecked unsafe value virtual volatile when where while with yield"},
    {Token::KeywordDeclaration, "class struct interface enum record", Token::Class},
    {Token::KeywordDeclaration, "var"},
    {Token::KeywordImport, "namespace using", Token::Namespace},
    {Token::KeywordType,
     "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong "
     "ushort "
     "void"},
    {Token::KeywordConstant, "true false null"},
    {Token::PseudoVariable, "this"}};

constexpr StringRule kCSharpStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .escape = '\0', .multi_line = true, .prefixes = "$"},
    {.open = "\"",
     .close = "\"",
     .escape = '\0',
     .doubled_close = true,
     .multi_line = true,
     .prefixes = "@",
     .prefix_required = true},
    {.open = "\"",
     .close = "\"",
     .prefixes = "$@",
     .raw_prefixes = "@",
     .interpolations = "{",
     .interpolation_prefixes = "$"},
    {.open = "'", .close = "'", .token = Token::Character}};

constexpr WordClass kDWords[] = {
    {Token::Keyword,
     "abstract alias align asm assert auto body break case cast catch const continue debug default delegate "
     "delete "
     "deprecated do else export extern final finally for foreach foreach_reverse function goto if immutable "
     "in "
     "inout invariant is lazy mixin new nothrow out override package pragma private protected public pure "
     "ref "
     "return scope shared static switch synchronized throw try typeid typeof unittest version while with"},
    {Token::KeywordDeclaration, "class struct union enum interface template", Token::Class},
    {Token::KeywordImport, "import module", Token::Namespace},
    {Token::KeywordType,
     "bool byte cdouble cfloat char creal dchar double float int long real short string ubyte uint ulong "
     "ushort void "
     "wchar size_t"},
    {Token::KeywordConstant, "true false null"},
    {Token::PseudoVariable, "this super"}};

constexpr BlockComment kDComments[] = {{"/*", "*/"}, {"/+", "+/", true}};
constexpr StringRule kDStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .prefixes = "rx", .raw_prefixes = "r"},
    {.open = "`", .close = "`", .token = Token::Backtick, .escape = '\0', .multi_line = true},
    {.open = "'", .close = "'", .token = Token::Character}};
constexpr Sigil kDSigils[] = {{.mark = '@', .token = Token::Decorator}};

constexpr Language kLanguages[] = {{.name = "c",
                                    .aliases = "h",
                                    .words = kCWords,
                                    .strings = kCStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .preprocessor = true,
                                    .types_end_in_t = true,
                                    .call = Token::Function,
                                    .all_capitals = Token::Constant},
                                   {.name = "cpp",
                                    .aliases = "c++ cc cxx hpp hh hxx cuda arduino",
                                    .words = kCppWords,
                                    .strings = kCStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .features = kCppFeatures,
                                    .quoted_digits = true,
                                    .preprocessor = true,
                                    .types_end_in_t = true,
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "objective-c",
                                    .aliases = "objectivec objc obj-c objective-c++ objcpp mm",
                                    .words = kObjectiveCWords,
                                    .strings = kObjectiveCStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .word_start = "@",
                                    .preprocessor = true,
                                    .types_end_in_t = true,
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "csharp",
                                    .aliases = "c# cs",
                                    .words = kCSharpWords,
                                    .strings = kCSharpStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .preprocessor = true,
                                    .call = Token::Function,
                                    .capitalised = Token::Class},
                                   {.name = "d",
                                    .aliases = "dlang",
                                    .words = kDWords,
                                    .strings = kDStrings,
                                    .line_comments = "//",
                                    .block_comments = kDComments,
                                    .sigils = kDSigils,
                                    .call = Token::Function,
                                    .capitalised = Token::Class}};

}  // namespace

std::span<const Language> c_family_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
