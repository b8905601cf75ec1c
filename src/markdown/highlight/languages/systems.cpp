#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr BlockComment kBlock[] = {{"/*", "*/"}};
constexpr BlockComment kNestedBlock[] = {{"/*", "*/", true}};

constexpr WordClass kRustWords[] = {{Token::Keyword,
                                     "as async await break const continue crate dyn else extern for if impl "
                                     "in loop match move mut pub ref return "
                                     "static super unsafe where while yield"},
                                    {Token::KeywordDeclaration, "fn", Token::Function},
                                    {Token::KeywordDeclaration, "struct enum trait union type", Token::Class},
                                    {Token::KeywordDeclaration, "let"},
                                    {Token::KeywordImport, "use mod", Token::Namespace},
                                    {Token::KeywordType,
                                     "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 "
                                     "usize String Vec Option Result Box Self"},
                                    {Token::KeywordConstant, "true false"},
                                    {Token::Builtin, "Some None Ok Err"},
                                    {Token::PseudoVariable, "self"}};
constexpr StringRule kRustStrings[] = {{.open = "\"", .close = "\"", .multi_line = true, .prefixes = "bc"}};
constexpr Feature kRustFeatures[] = {take_hashed_string, take_rust_quote, take_rust_attribute};

constexpr WordClass kGoWords[] = {
    {Token::Keyword,
     "break case chan continue default defer else fallthrough for go goto if range return select switch"},
    {Token::KeywordDeclaration, "func", Token::Function},
    {Token::KeywordDeclaration, "type", Token::Class},
    {Token::KeywordDeclaration, "const interface map struct var"},
    {Token::KeywordImport, "package import", Token::Namespace},
    {Token::KeywordType,
     "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune "
     "string "
     "uint uint8 uint16 uint32 uint64 uintptr"},
    {Token::KeywordConstant, "true false nil iota"},
    {Token::Builtin,
     "append cap clear close complex copy delete imag len make max min new panic print println real "
     "recover"}};
constexpr StringRule kGoStrings[] = {
    {.open = "\"", .close = "\""},
    {.open = "`", .close = "`", .token = Token::Backtick, .escape = '\0', .multi_line = true},
    {.open = "'", .close = "'", .token = Token::Character}};

constexpr WordClass kZigWords[] = {
    {Token::Keyword,
     "addrspace align allowzero and anyframe asm async await break callconv catch continue defer else "
     "errdefer "
     "export extern for if inline linksection noalias noinline nosuspend or orelse packed pub resume return "
     "suspend switch test threadlocal try unreachable usingnamespace volatile while comptime"},
    {Token::KeywordDeclaration, "fn", Token::Function},
    {Token::KeywordDeclaration, "const var enum error opaque struct union"},
    {Token::KeywordType,
     "anyerror anyopaque anytype bool c_char c_int c_long c_uint comptime_float comptime_int f16 f32 f64 f80 "
     "f128 "
     "i8 i16 i32 i64 i128 isize noreturn type u1 u8 u16 u32 u64 u128 usize void"},
    {Token::KeywordConstant, "true false null undefined"}};
constexpr StringRule kZigStrings[] = {{.open = "\\\\", .close = "\n", .escape = '\0'},
                                      {.open = "\"", .close = "\""},
                                      {.open = "'", .close = "'", .token = Token::Character}};
constexpr Sigil kZigSigils[] = {{.mark = '@', .token = Token::Builtin}};

constexpr WordClass kSwiftWords[] = {
    {Token::Keyword,
     "any as associatedtype async await break case catch continue convenience default defer deinit didSet do "
     "dynamic else fallthrough fileprivate final for get guard if in indirect infix init inout internal is "
     "lazy "
     "mutating nonisolated open operator optional override postfix precedencegroup prefix private public "
     "repeat "
     "required rethrows return set some static subscript super switch throw throws try unowned weak where "
     "while "
     "willSet"},
    {Token::KeywordDeclaration, "func", Token::Function},
    {Token::KeywordDeclaration, "actor class enum extension protocol struct typealias", Token::Class},
    {Token::KeywordDeclaration, "let var"},
    {Token::KeywordImport, "import", Token::Namespace},
    {Token::KeywordType,
     "Any AnyObject Array Bool Character Dictionary Double Float Int Int8 Int16 Int32 Int64 Never Optional "
     "Result Set "
     "String UInt UInt8 UInt16 UInt32 UInt64 Void"},
    {Token::KeywordConstant, "true false nil"},
    {Token::PseudoVariable, "self Self"}};
constexpr StringRule kSwiftStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .interpolations = "\\("},
    {.open = "\"", .close = "\"", .interpolations = "\\("}};
constexpr Feature kSwiftFeatures[] = {take_hashed_string};
constexpr Sigil kAtDecorators[] = {{.mark = '@', .token = Token::Decorator},
                                   {.mark = '#', .token = Token::Preprocessor}};

constexpr WordClass kAssemblyWords[] = {
    {Token::KeywordType, "byte word dword qword ptr db dw dd dq resb resw resd resq"},
    {Token::KeywordDeclaration, "section segment global extern bits default rel equ times"},
    {Token::Variable,
     "al ah ax bl bh bx cl ch cx dl dh dx si di bp sp eax ebx ecx edx esi edi ebp esp rax rbx rcx rdx rsi "
     "rdi rbp rsp "
     "rip r8 r9 r10 r11 r12 r13 r14 r15 xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7 x0 x1 x2 x3 x4 x5 x6 x7 x8 "
     "x29 x30 w0 "
     "w1 w2 w3 lr pc xzr wzr"}};
constexpr StringRule kAssemblyStrings[] = {{.open = "\"", .close = "\""},
                                           {.open = "'", .close = "'", .token = Token::SingleQuoted}};
constexpr Sigil kAssemblySigils[] = {{.mark = '%', .token = Token::Variable},
                                     {.mark = '$', .token = Token::Integer, .single = "0123456789"},
                                     {.mark = '.', .token = Token::Label}};

constexpr Language kLanguages[] = {{.name = "rust",
                                    .aliases = "rs",
                                    .words = kRustWords,
                                    .strings = kRustStrings,
                                    .line_comments = "//",
                                    .block_comments = kNestedBlock,
                                    .features = kRustFeatures,
                                    .macros_end_in_bang = true,
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "go",
                                    .aliases = "golang",
                                    .words = kGoWords,
                                    .strings = kGoStrings,
                                    .line_comments = "//",
                                    .block_comments = kBlock,
                                    .call = Token::Function},
                                   {.name = "zig",
                                    .words = kZigWords,
                                    .strings = kZigStrings,
                                    .line_comments = "//",
                                    .sigils = kZigSigils,
                                    .call = Token::Function,
                                    .capitalised = Token::Class},
                                   {.name = "swift",
                                    .words = kSwiftWords,
                                    .strings = kSwiftStrings,
                                    .line_comments = "//",
                                    .block_comments = kNestedBlock,
                                    .sigils = kAtDecorators,
                                    .features = kSwiftFeatures,
                                    .call = Token::Function,
                                    .capitalised = Token::Class},
                                   {.name = "assembly",
                                    .aliases = "asm nasm gas s",
                                    .words = kAssemblyWords,
                                    .strings = kAssemblyStrings,
                                    .line_comments = "; # //",
                                    .block_comments = kBlock,
                                    .sigils = kAssemblySigils,
                                    .ignore_case = true,
                                    .key = Token::Label,
                                    .key_marks = ":",
                                    .line_head = Token::Keyword}};

}  // namespace

std::span<const Language> systems_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
