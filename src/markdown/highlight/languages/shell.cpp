#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"
#include "markdown/highlight/line_formats.h"

namespace loom::markdown::highlight {
namespace {

constexpr WordClass kShellWords[] = {
    {Token::Keyword, "case coproc do done elif else esac fi for if in select then time until while"},
    {Token::KeywordDeclaration, "function", Token::Function},
    {Token::Builtin,
     "alias bg bind break builtin cd command continue declare dirs echo enable eval exec exit export false "
     "fc fg getopts "
     "hash history jobs kill let local logout mapfile popd printf pushd pwd read readonly return set shift "
     "shopt source "
     "suspend test times trap true type typeset ulimit umask unalias unset wait apt apt-get awk cat chmod "
     "chown cp curl "
     "docker find git grep ls make mkdir mv npm rm sed ssh sudo tar"}};
constexpr StringRule kShellStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .interpolations = "${ $(", .dollar_names = true},
    {.open = "'",
     .close = "'",
     .token = Token::SingleQuoted,
     .multi_line = true,
     .prefixes = "$",
     .prefix_required = true},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .escape = '\0', .multi_line = true}};
constexpr Sigil kShellSigils[] = {{.mark = '$', .single = "?!#*@$-0123456789", .brackets = "{"}};
constexpr Feature kShellFeatures[] = {take_heredoc_mark};

constexpr WordClass kFishWords[] = {
    {Token::Keyword, "and begin break case continue else end for if in not or return switch while"},
    {Token::KeywordDeclaration, "function", Token::Function},
    {Token::Builtin,
     "abbr alias argparse bind cd command commandline complete contains count echo emit eval exec exit "
     "fish_add_path "
     "functions history math printf read set set_color source status string test type"},
    {Token::KeywordConstant, "true false"}};
constexpr StringRule kFishStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .dollar_names = true},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .multi_line = true}};

constexpr WordClass kPowerShellWords[] = {{Token::Keyword,
                                           "begin break catch continue data do dynamicparam else elseif end "
                                           "exit filter finally for foreach from if in param "
                                           "process return switch throw trap try until using while"},
                                          {Token::KeywordDeclaration, "function", Token::Function},
                                          {Token::KeywordDeclaration, "class enum", Token::Class},
                                          {Token::WordOperator,
                                           "-eq -ne -gt -ge -lt -le -like -notlike -match -notmatch "
                                           "-contains -notcontains -in -notin -and -or -not -is -as -f "
                                           "-replace -split -join"}};
constexpr StringRule kPowerShellStrings[] = {
    {.open = "@\"",
     .close = "\n\"@",
     .escape = '`',
     .multi_line = true,
     .interpolations = "$(",
     .dollar_names = true},
    {.open = "@'", .close = "\n'@", .token = Token::SingleQuoted, .escape = '\0', .multi_line = true},
    {.open = "\"",
     .close = "\"",
     .escape = '`',
     .multi_line = true,
     .interpolations = "$(",
     .dollar_names = true},
    {.open = "'",
     .close = "'",
     .token = Token::SingleQuoted,
     .escape = '\0',
     .doubled_close = true,
     .multi_line = true}};
constexpr BlockComment kPowerShellComments[] = {{"<#", "#>"}};
constexpr Sigil kPowerShellSigils[] = {{.mark = '$', .name_extra = ":", .single = "?^$_", .brackets = "{"},
                                       {.mark = '[', .token = Token::KeywordType, .name_extra = "."}};

constexpr WordClass kBatchWords[] = {
    {Token::Keyword,
     "call cd chdir cls copy del do echo else endlocal errorlevel exist exit for goto if in md mkdir move "
     "not off on pause "
     "popd pushd rd rem ren rmdir set setlocal shift start title type xcopy"}};
constexpr StringRule kBatchStrings[] = {{.open = "\"", .close = "\"", .escape = '\0'}};
constexpr Sigil kBatchSigils[] = {{.mark = '%', .name_extra = "%~", .single = "0123456789*"},
                                  {.mark = ':', .token = Token::Label}};

constexpr Language kLanguages[] = {{.name = "bash",
                                    .aliases = "sh shell zsh ksh dash bats envrc shellscript",
                                    .words = kShellWords,
                                    .strings = kShellStrings,
                                    .line_comments = "#",
                                    .sigils = kShellSigils,
                                    .features = kShellFeatures,
                                    .word_part = "-",
                                    .comment_after_space = true,
                                    .call = Token::Function,
                                    .key = Token::Variable,
                                    .key_marks = "="},
                                   {.name = "fish",
                                    .words = kFishWords,
                                    .strings = kFishStrings,
                                    .line_comments = "#",
                                    .sigils = kShellSigils,
                                    .word_part = "-",
                                    .comment_after_space = true},
                                   {.name = "powershell",
                                    .aliases = "posh ps1 psm1 pwsh",
                                    .words = kPowerShellWords,
                                    .strings = kPowerShellStrings,
                                    .line_comments = "#",
                                    .block_comments = kPowerShellComments,
                                    .sigils = kPowerShellSigils,
                                    .word_start = "-",
                                    .word_part = "-",
                                    .ignore_case = true,
                                    .capitalised = Token::Builtin},
                                   {.name = "batch",
                                    .aliases = "bat cmd dosbatch winbatch",
                                    .words = kBatchWords,
                                    .strings = kBatchStrings,
                                    .line_comments = "::",
                                    .sigils = kBatchSigils,
                                    .ignore_case = true},
                                   {.name = "console",
                                    .aliases = "shell-session shellsession sh-session terminal",
                                    .embedded = "bash",
                                    .lexer = lex_console}};

}  // namespace

std::span<const Language> shell_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
