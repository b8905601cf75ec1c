#include "markdown/highlight/markup.h"

#include "markdown/highlight/languages/languages.h"
#include "markdown/highlight/markdown_source.h"

namespace loom::markdown::highlight {
namespace {

constexpr WordClass kTemplateWords[] = {{Token::Keyword,
                                         "apply as autoescape block break call continue do elif else elseif "
                                         "elsif embed endautoescape endblock endcall "
                                         "endfilter endfor endif endmacro endraw endset endwith extends "
                                         "filter for from if ignore import include macro missing "
                                         "raw set set_global unless with without"},
                                        {Token::WordOperator, "and in is not or"},
                                        {Token::KeywordConstant, "true false none True False None"},
                                        {Token::PseudoVariable, "loop self super"}};
constexpr StringRule kTemplateStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true},
    {.open = "'", .close = "'", .token = Token::SingleQuoted, .multi_line = true},
    {.open = "`", .close = "`", .token = Token::Backtick, .multi_line = true}};

constexpr StringRule kLatexStrings[] = {
    {.open = "$$", .close = "$$", .token = Token::String, .escapes_are_words = true, .multi_line = true},
    {.open = "$", .close = "$", .token = Token::String, .escapes_are_words = true}};
constexpr Sigil kLatexSigils[] = {
    {.mark = '\\', .token = Token::Keyword, .name_extra = "@*", .single = "\\{}[]()%&$#_ ,;!~^'\"`"}};

constexpr Language kLanguages[] = {
    {.name = "html", .aliases = "xhtml htm vue svelte", .ignore_case = true, .lexer = lex_markup},
    {.name = "xml", .aliases = "svg rss atom xsd xsl xslt plist wsdl rdf mathml", .lexer = lex_markup},
    {.name = "jinja",
     .aliases = "jinja2 tera twig django liquid nunjucks handlebars hbs mustache html+jinja j2",
     .ignore_case = true,
     .embedded = "jinja-expression",
     .lexer = lex_markup},
    {.name = "jinja-expression",
     .words = kTemplateWords,
     .strings = kTemplateStrings,
     .call = Token::Function},
    {.name = "markdown", .aliases = "md mdx commonmark gfm", .lexer = lex_markdown},
    {.name = "latex",
     .aliases = "tex context bibtex bib",
     .strings = kLatexStrings,
     .line_comments = "%",
     .sigils = kLatexSigils}};

}  // namespace

std::span<const Language> markup_languages() {
  return kLanguages;
}

}  // namespace loom::markdown::highlight
