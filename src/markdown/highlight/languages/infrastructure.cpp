#include "markdown/highlight/features.h"
#include "markdown/highlight/languages/languages.h"

namespace loom::markdown::highlight {
namespace {

constexpr BlockComment kBlock[] = {{"/*", "*/"}};
constexpr StringRule kShellLikeStrings[] = {
    {.open = "\"", .close = "\"", .interpolations = "${ $(", .dollar_names = true},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .escape = '\0'}};
constexpr Sigil kDollar[] = {{.mark = '$', .single = "?!#*@$<^%+|0123456789", .brackets = "{("}};

constexpr WordClass kDockerWords[] = {{Token::Keyword,
                                       "ADD ARG AS as CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL "
                                       "MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER "
                                       "VOLUME WORKDIR"}};
constexpr Feature kHeredoc[] = {take_heredoc_mark};

constexpr WordClass kMakeWords[] = {
    {Token::Keyword,
     "define else endef endif export ifdef ifeq ifndef ifneq include -include override private sinclude "
     "undefine unexport "
     "vpath"},
    {Token::Builtin, ".PHONY .DEFAULT .SUFFIXES .SECONDARY .ONESHELL .DEFAULT_GOAL"}};

constexpr WordClass kCmakeWords[] = {
    {Token::Keyword,
     "if elseif else endif foreach endforeach while endwhile function endfunction macro endmacro return "
     "break continue "
     "block endblock"},
    {Token::WordOperator,
     "and or not equal less greater strequal matches defined exists target command version_less "
     "version_greater "
     "version_equal in_list"},
    {Token::KeywordConstant,
     "on off true false yes no public private interface required components static shared"}};
constexpr StringRule kCmakeStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .interpolations = "${"}};
constexpr BlockComment kCmakeComments[] = {{"#[[", "]]"}};
constexpr Feature kLongBracket[] = {take_lua_long_bracket};

constexpr WordClass kNginxWords[] = {{Token::KeywordConstant, "on off default_server ssl http2"}};
constexpr Sigil kNginxSigils[] = {{.mark = '$', .single = "123456789"}};

constexpr WordClass kHclWords[] = {{Token::KeywordDeclaration,
                                    "resource data variable output module provider terraform locals moved "
                                    "import check backend required_providers "
                                    "provisioner lifecycle dynamic content"},
                                   {Token::Keyword, "for in if else endif endfor"},
                                   {Token::KeywordType, "string number bool list map set object tuple any"},
                                   {Token::KeywordConstant, "true false null"}};
constexpr StringRule kHclStrings[] = {{.open = "\"", .close = "\"", .interpolations = "${ %{"}};

constexpr Language kLanguages[] = {{.name = "dockerfile",
                                    .aliases = "docker containerfile",
                                    .words = kDockerWords,
                                    .strings = kShellLikeStrings,
                                    .line_comments = "#",
                                    .sigils = kDollar,
                                    .features = kHeredoc,
                                    .word_part = "-",
                                    .comment_after_space = true,
                                    .key = Token::Attribute,
                                    .key_marks = "="},
                                   {.name = "makefile",
                                    .aliases = "make mk gnumake just justfile",
                                    .words = kMakeWords,
                                    .strings = kShellLikeStrings,
                                    .line_comments = "#",
                                    .sigils = kDollar,
                                    .word_start = ".",
                                    .word_part = "-./%",
                                    .comment_after_space = true,
                                    .key = Token::Function,
                                    .key_marks = ":="},
                                   {.name = "cmake",
                                    .aliases = "cmakelists",
                                    .words = kCmakeWords,
                                    .strings = kCmakeStrings,
                                    .line_comments = "#",
                                    .block_comments = kCmakeComments,
                                    .sigils = kDollar,
                                    .features = kLongBracket,
                                    .word_part = "-",
                                    .ignore_case = true,
                                    .call = Token::Function,
                                    .all_capitals = Token::Constant},
                                   {.name = "nginx",
                                    .aliases = "nginxconf caddyfile caddy apache apacheconf",
                                    .words = kNginxWords,
                                    .strings = kShellLikeStrings,
                                    .line_comments = "#",
                                    .sigils = kNginxSigils,
                                    .word_part = "-./",
                                    .comment_after_space = true,
                                    .line_head = Token::Keyword,
                                    .statement_ends = "{};"},
                                   {.name = "hcl",
                                    .aliases = "terraform tf tfvars nomad",
                                    .words = kHclWords,
                                    .strings = kHclStrings,
                                    .line_comments = "# //",
                                    .block_comments = kBlock,
                                    .features = kHeredoc,
                                    .word_part = "-",
                                    .call = Token::Function,
                                    .key = Token::Attribute,
                                    .key_marks = "="}};

}  // namespace

std::span<const Language> infrastructure_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
