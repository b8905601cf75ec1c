#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr StringRule kQuoted[] = {
    {.open = "\"", .close = "\"", .multi_line = true},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .multi_line = true}};

constexpr WordClass kRWords[] = {
    {Token::Keyword, "break else for if in next repeat return while"},
    {Token::KeywordDeclaration, "function"},
    {Token::KeywordImport, "library require source"},
    {Token::KeywordConstant, "TRUE FALSE NULL NA NA_integer_ NA_real_ NA_character_ Inf NaN T F"}};

constexpr WordClass kJuliaWords[] = {{Token::Keyword,
                                      "baremodule begin break catch continue do else elseif end finally for "
                                      "if in isa let outer quote return try where "
                                      "while"},
                                     {Token::KeywordDeclaration, "function macro", Token::Function},
                                     {Token::KeywordDeclaration, "struct type primitive", Token::Class},
                                     {Token::KeywordDeclaration, "abstract const global local mutable"},
                                     {Token::KeywordImport, "export import module using", Token::Namespace},
                                     {Token::KeywordType,
                                      "Any Array Bool Char Dict Float16 Float32 Float64 Int Int8 Int16 Int32 "
                                      "Int64 Matrix Nothing Number Real String "
                                      "Tuple UInt8 UInt16 UInt32 UInt64 Vector"},
                                     {Token::KeywordConstant, "true false nothing missing Inf NaN pi im"}};
constexpr StringRule kJuliaStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .interpolations = "$(", .dollar_names = true},
    {.open = "\"",
     .close = "\"",
     .prefixes = "rbv",
     .raw_prefixes = "r",
     .interpolations = "$(",
     .dollar_names = true},
    {.open = "`", .close = "`", .token = Token::Backtick, .interpolations = "$(", .dollar_names = true}};
constexpr BlockComment kJuliaComments[] = {{"#=", "=#", true}};
constexpr Sigil kJuliaSigils[] = {{.mark = '@', .token = Token::Decorator},
                                  {.mark = ':', .token = Token::Symbol},
                                  {.mark = '$', .token = Token::Variable}};
constexpr Feature kCharacter[] = {take_character};

constexpr WordClass kMatlabWords[] = {
    {Token::Keyword,
     "break case catch continue else elseif end endfunction endif endwhile endfor for global if otherwise "
     "parfor "
     "persistent return switch try unwind_protect while"},
    {Token::KeywordDeclaration, "classdef function methods properties events"},
    {Token::KeywordConstant, "true false pi inf nan NaN Inf eps"}};
constexpr StringRule kMatlabStrings[] = {
    {.open = "\"", .close = "\"", .escape = '\0', .doubled_close = true}};
constexpr BlockComment kMatlabComments[] = {{"%{", "%}"}};

constexpr WordClass kFortranWords[] = {
    {Token::Keyword,
     "allocate call case contains cycle deallocate do else elseif end enddo endif exit if implicit intent "
     "none only "
     "print read result return select stop then use where while write allocatable dimension parameter "
     "pointer"},
    {Token::KeywordDeclaration, "function subroutine", Token::Function},
    {Token::KeywordDeclaration, "module program type interface", Token::Class},
    {Token::KeywordType, "integer real logical character complex double precision"}};

constexpr Language kLanguages[] = {{.name = "r",
                                    .aliases = "rlang rscript",
                                    .words = kRWords,
                                    .strings = kQuoted,
                                    .line_comments = "#",
                                    .word_part = ".",
                                    .call = Token::Function},
                                   {.name = "julia",
                                    .aliases = "jl",
                                    .words = kJuliaWords,
                                    .strings = kJuliaStrings,
                                    .line_comments = "#",
                                    .block_comments = kJuliaComments,
                                    .sigils = kJuliaSigils,
                                    .features = kCharacter,
                                    .word_part = "!",
                                    .call = Token::Function,
                                    .capitalised = Token::Class},
                                   {.name = "matlab",
                                    .aliases = "octave m",
                                    .words = kMatlabWords,
                                    .strings = kMatlabStrings,
                                    .line_comments = "% #",
                                    .block_comments = kMatlabComments,
                                    .call = Token::Function},
                                   {.name = "fortran",
                                    .aliases = "f90 f95 f03 f08",
                                    .words = kFortranWords,
                                    .strings = kQuoted,
                                    .line_comments = "!",
                                    .ignore_case = true,
                                    .call = Token::Function}};

}  // namespace

std::span<const Language> scientific_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
