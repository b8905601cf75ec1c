#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"
#include "markdown/highlight/markup.h"

namespace loom::markdown::highlight {
namespace {

constexpr WordClass kPythonWords[] = {
    {Token::Keyword,
     "as assert async await break case continue del elif else except finally for global if lambda match "
     "nonlocal pass "
     "raise return try while with yield"},
    {Token::KeywordDeclaration, "def", Token::Function},
    {Token::KeywordDeclaration, "class", Token::Class},
    {Token::KeywordImport, "import from", Token::Namespace},
    {Token::KeywordConstant, "True False None NotImplemented Ellipsis"},
    {Token::WordOperator, "and in is not or"},
    {Token::PseudoVariable, "self cls"},
    {Token::Builtin,
     "abs all any bool bytearray bytes callable chr classmethod dict dir divmod enumerate eval exec filter "
     "float "
     "format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list "
     "locals map "
     "max min next object oct open ord pow print property range repr reversed round set setattr slice sorted "
     "staticmethod str sum super tuple type vars zip __import__"},
    {Token::Exception,
     "ArithmeticError AssertionError AttributeError BaseException EOFError Exception FileNotFoundError "
     "ImportError "
     "IndexError KeyError KeyboardInterrupt LookupError NameError NotImplementedError OSError OverflowError "
     "RuntimeError StopIteration SyntaxError TypeError UnicodeDecodeError ValueError ZeroDivisionError"}};
constexpr StringRule kPythonStrings[] = {{.open = "\"\"\"",
                                          .close = "\"\"\"",
                                          .multi_line = true,
                                          .prefixes = "rRbBuUfF",
                                          .raw_prefixes = "rR",
                                          .interpolations = "{",
                                          .interpolation_prefixes = "fF"},
                                         {.open = "'''",
                                          .close = "'''",
                                          .token = Token::SingleQuoted,
                                          .multi_line = true,
                                          .prefixes = "rRbBuUfF",
                                          .raw_prefixes = "rR",
                                          .interpolations = "{",
                                          .interpolation_prefixes = "fF"},
                                         {.open = "\"",
                                          .close = "\"",
                                          .prefixes = "rRbBuUfF",
                                          .raw_prefixes = "rR",
                                          .interpolations = "{",
                                          .interpolation_prefixes = "fF"},
                                         {.open = "'",
                                          .close = "'",
                                          .token = Token::SingleQuoted,
                                          .prefixes = "rRbBuUfF",
                                          .raw_prefixes = "rR",
                                          .interpolations = "{",
                                          .interpolation_prefixes = "fF"}};
constexpr Sigil kPythonSigils[] = {{.mark = '@', .token = Token::Decorator, .name_extra = "."}};

constexpr WordClass kRubyWords[] = {
    {Token::Keyword,
     "alias begin BEGIN break case do else elsif end END ensure for if in next redo rescue retry return "
     "super then "
     "undef unless until when while yield"},
    {Token::KeywordDeclaration, "def", Token::Function},
    {Token::KeywordDeclaration, "class", Token::Class},
    {Token::KeywordDeclaration, "module", Token::Namespace},
    {Token::KeywordImport, "require require_relative include extend prepend load"},
    {Token::KeywordConstant, "true false nil __FILE__ __LINE__"},
    {Token::WordOperator, "and or not defined?"},
    {Token::PseudoVariable, "self"},
    {Token::Builtin,
     "attr_accessor attr_reader attr_writer lambda loop p print private proc protected public puts raise"}};
constexpr StringRule kRubyStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .interpolations = "#{"},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .multi_line = true},
    {.open = "`", .close = "`", .token = Token::Backtick, .interpolations = "#{"}};
constexpr BlockComment kRubyComments[] = {{.open = "=begin", .close = "\n=end", .at_line_start = true}};
constexpr Sigil kRubySigils[] = {
    {.mark = '@', .token = Token::InstanceVariable, .name_extra = "@"},
    {.mark = '$', .token = Token::Variable, .single = "!@~&`'+*$?:\"<>,./\\;0123456789"},
    {.mark = ':', .token = Token::Symbol, .name_extra = "?!"}};
constexpr Feature kRubyFeatures[] = {take_heredoc_mark, take_regex, take_percent_literal};

constexpr WordClass kPhpWords[] = {
    {Token::Keyword,
     "abstract and array as break case catch clone continue declare default die do echo else elseif empty "
     "enddeclare "
     "endfor endforeach endif endswitch endwhile exit extends final finally for foreach global goto if "
     "implements "
     "instanceof insteadof isset list match new or print private protected public readonly return static "
     "switch throw "
     "try unset while xor yield"},
    {Token::KeywordDeclaration, "function fn", Token::Function},
    {Token::KeywordDeclaration, "class enum interface trait", Token::Class},
    {Token::KeywordDeclaration, "const var"},
    {Token::KeywordImport, "namespace use", Token::Namespace},
    {Token::KeywordImport, "include include_once require require_once"},
    {Token::KeywordType, "bool callable float int iterable mixed never object string void"},
    {Token::KeywordConstant, "true false null"},
    {Token::PseudoVariable, "self parent"}};
constexpr StringRule kPhpStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .interpolations = "${", .dollar_names = true},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .multi_line = true},
    {.open = "`", .close = "`", .token = Token::Backtick}};
constexpr BlockComment kBlock[] = {{"/*", "*/"}};
constexpr Sigil kPhpSigils[] = {{.mark = '$', .token = Token::Variable}};
constexpr Feature kPhpFeatures[] = {take_rust_attribute, take_php_heredoc_mark};

constexpr WordClass kPerlWords[] = {
    {Token::Keyword,
     "continue default do else elsif eval for foreach given if last my local next our redo return say state "
     "unless "
     "until wantarray when while"},
    {Token::KeywordDeclaration, "sub", Token::Function},
    {Token::KeywordImport, "package use no require", Token::Namespace},
    {Token::WordOperator, "and or not xor eq ne lt gt le ge cmp x"},
    {Token::Builtin,
     "bless chomp close defined delete die each exists grep join keys length lc map open pop print printf "
     "push ref "
     "reverse scalar shift sort splice split sprintf substr uc undef unshift values warn"}};
constexpr StringRule kPerlStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .interpolations = "${ @{", .dollar_names = true},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .multi_line = true},
    {.open = "`", .close = "`", .token = Token::Backtick}};
constexpr BlockComment kPerlComments[] = {{.open = "=", .close = "\n=cut", .at_line_start = true}};
constexpr Sigil kPerlSigils[] = {
    {.mark = '$',
     .token = Token::Variable,
     .name_extra = ":",
     .single = "_!@$/\\,;.&0123456789",
     .brackets = "{"},
    {.mark = '@', .token = Token::Variable, .name_extra = ":", .single = "_", .brackets = "{"},
    {.mark = '%', .token = Token::Variable, .name_extra = ":", .brackets = "{"}};
constexpr Feature kPerlFeatures[] = {take_perl_quote, take_regex, take_heredoc_mark};

constexpr WordClass kLuaWords[] = {
    {Token::Keyword, "break do else elseif end for goto if in repeat return then until while"},
    {Token::KeywordDeclaration, "function", Token::Function},
    {Token::KeywordDeclaration, "local"},
    {Token::KeywordConstant, "true false nil"},
    {Token::WordOperator, "and not or"},
    {Token::PseudoVariable, "self"},
    {Token::Builtin,
     "assert collectgarbage coroutine debug dofile error getmetatable io ipairs load loadfile math next os "
     "package "
     "pairs pcall print rawequal rawget rawlen rawset require select setmetatable string table tonumber "
     "tostring type "
     "utf8 xpcall _G"}};
constexpr StringRule kPlainStrings[] = {{.open = "\"", .close = "\""},
                                        {.open = "'", .close = "'", .token = Token::SingleQuoted}};
constexpr BlockComment kLuaComments[] = {{"--[[", "]]"}};
constexpr Feature kLuaFeatures[] = {take_lua_long_bracket};

constexpr WordClass kVimWords[] = {{Token::Keyword,
                                    "abort augroup autocmd au break call catch colorscheme command continue "
                                    "echo echom echomsg else elseif endfor "
                                    "endfunction endif endtry endwhile execute exe finally finish for "
                                    "highlight hi if in let map nmap nnoremap "
                                    "noremap inoremap vnoremap xnoremap imap vmap normal return runtime set "
                                    "setlocal silent source syntax throw try "
                                    "unlet while filetype Plug"},
                                   {Token::KeywordDeclaration, "function function! def", Token::Function},
                                   {Token::KeywordConstant, "v:true v:false v:null on off"}};
constexpr StringRule kVimStrings[] = {
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .escape = '\0', .doubled_close = true}};
constexpr Feature kVimFeatures[] = {take_vim_comment};
constexpr Sigil kVimSigils[] = {{.mark = '&', .token = Token::Variable},
                                {.mark = '@', .token = Token::Variable}};

constexpr Language kLanguages[] = {{.name = "python",
                                    .aliases = "py python3 py3 pyi starlark bazel",
                                    .words = kPythonWords,
                                    .strings = kPythonStrings,
                                    .line_comments = "#",
                                    .sigils = kPythonSigils,
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "ruby",
                                    .aliases = "rb rake gemspec crystal",
                                    .words = kRubyWords,
                                    .strings = kRubyStrings,
                                    .line_comments = "#",
                                    .block_comments = kRubyComments,
                                    .sigils = kRubySigils,
                                    .features = kRubyFeatures,
                                    .word_part = "?!",
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant,
                                    .key = Token::Symbol,
                                    .key_marks = ":"},
                                   {.name = "php", .embedded = "php-code", .lexer = lex_php},
                                   {.name = "php-code",
                                    .words = kPhpWords,
                                    .strings = kPhpStrings,
                                    .line_comments = "// #",
                                    .block_comments = kBlock,
                                    .sigils = kPhpSigils,
                                    .features = kPhpFeatures,
                                    .ignore_case = true,
                                    .call = Token::Function,
                                    .capitalised = Token::Class,
                                    .all_capitals = Token::Constant},
                                   {.name = "perl",
                                    .aliases = "pl pm raku",
                                    .words = kPerlWords,
                                    .strings = kPerlStrings,
                                    .line_comments = "#",
                                    .block_comments = kPerlComments,
                                    .sigils = kPerlSigils,
                                    .features = kPerlFeatures,
                                    .call = Token::Function},
                                   {.name = "lua",
                                    .aliases = "luau",
                                    .words = kLuaWords,
                                    .strings = kPlainStrings,
                                    .line_comments = "--",
                                    .block_comments = kLuaComments,
                                    .features = kLuaFeatures,
                                    .call = Token::Function},
                                   {.name = "vim",
                                    .aliases = "viml vimscript vimrc",
                                    .words = kVimWords,
                                    .strings = kVimStrings,
                                    .sigils = kVimSigils,
                                    .features = kVimFeatures,
                                    .word_part = ":#!",
                                    .call = Token::Function}};

}  // namespace

std::span<const Language> scripting_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
