#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;

TEST(Markup, LexesHtml) {
  expect_tokens(
      "html",
      R"~(<!DOCTYPE html><!-- c --><a href="x&amp;y" hidden>t &lt;</a><script>let x = 1;</script><style>a { color: red }</style>
)~",
      {"cp:<!DOCTYPE html>", "cm:<!-- c -->", "nt:a", "na:href", "s:\"x", "ni:&amp;", "s:y\"", "na:hidden",
       "ni:&lt;", "nt:a", "nt:script", "kd:let", "mi:1", "nt:script", "nt:style", "nt:a", "na:color",
       "nt:style"});
}

TEST(Markup, LexesXml) {
  expect_tokens("xml", R"~(<?xml version="1.0"?><a:b c='d'><![CDATA[x]]></a:b>
)~",
                {"cp:<?xml version=\"1.0\"?>", "nt:a:b", "na:c", "s:'d'", "cp:<![CDATA[x]]>", "nt:a:b"});
}

TEST(Markup, LexesJinja) {
  expect_tokens(
      "jinja", R"~({% extends "a" %}{# c #}<a href="{{ x | safe }}">{% for i in l %}{{ f(i) }}{% endfor %}</a>
)~",
      {"cp:{%",   "k:extends", "s2:\"a\"", "cp:%}",    "cm:{# c #}", "nt:a",  "na:href",
       "s:\"",    "cp:{{",     "cp:}}",    "s:\"",     "cp:{%",      "k:for", "ow:in",
       "cp:%}{{", "nf:f",      "cp:}}{%",  "k:endfor", "cp:%}",      "nt:a"});
}

TEST(Markup, LexesMarkdown) {
  expect_tokens("markdown", R"~(# Title
- item **bold** _em_ `code` [a](b)
```js
let x = 1
```
)~",
                {"gh:# Title", "k:-", "gs:**bold**", "ge:_em_", "sb:`code`", "nt:[a]", "na:(b)", "sb:```js",
                 "kd:let", "mi:1", "sb:```"});
}

TEST(Markup, LexesLatex) {
  expect_tokens("latex", R"~(\section{A} $x^2$ % c
\begin{document}\% $$y$$
)~",
                {"k:\\section", "s:$x^2$", "c1:% c", "k:\\begin", "k:\\%", "s:$$y$$"});
}

TEST(Markup, LexesJinjaExpression) {
  expect_tokens("jinja-expression", R"~(if a is not none and f("x")
)~",
                {"k:if", "ow:is", "ow:not", "kc:none", "ow:and", "nf:f", "s2:\"x\""});
}

}  // namespace
}  // namespace loom::markdown
