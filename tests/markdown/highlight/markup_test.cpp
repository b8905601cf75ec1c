#include "markdown/highlight/markup.h"

#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;
using tests::tokens_of;
using Tokens = std::vector<std::string>;

TEST(Markup, LexesTagsAndAttributes) {
  expect_tokens("html", "<a b='c' d=e f>g</a>", {"nt:a", "na:b", "s:'c'", "na:d", "s:e", "na:f", "nt:a"});
}

TEST(Markup, LexesDeclarationsCommentsAndEntities) {
  expect_tokens("html", "<!DOCTYPE html><!-- <a> -->&lt;& &x",
                {"cp:<!DOCTYPE html>", "cm:<!-- <a> -->", "ni:&lt;"});
}

TEST(Markup, LexesScriptsAndStylesInTheirLanguage) {
  expect_tokens("html", "<script>if</script><style>#a{}</style>",
                {"nt:script", "k:if", "nt:script", "nn:#a", "nt:style"});
  EXPECT_EQ(tokens_of("xml", "<script>if</script>"),
            Tokens({"p:<", "nt:script", "p:>", "p:</", "nt:script", "p:>"}));
}

TEST(Markup, LexesTemplateMarksEverywhere) {
  expect_tokens("tera", "<a b=\"{{ c() }}\" {% if d %}e{% endif %}>",
                {"s:\"", "cp:{{", "nf:c", "cp:}}", "s:\"", "k:if", "k:endif"});
}

TEST(Markup, LeavesTemplateMarksAloneInHtml) {
  EXPECT_TRUE(tokens_of("html", "{{ if }}").empty());
}

TEST(Markup, LexesPhpBetweenItsMarks) {
  expect_tokens("php", "<b><?= $a ?></b><?php if",
                {"nt:b", "cp:<?=", "nv:$a", "cp:?>", "nt:b", "cp:<?php", "k:if"});
}

TEST(Markup, TakesPhpWithoutMarksForCode) {
  expect_tokens("php", "if ($a) {}", {"k:if", "nv:$a"});
}

}  // namespace
}  // namespace loom::markdown
