#include "markdown/highlight/code_lexer.h"

#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;
using tests::tokens_of;
using Tokens = std::vector<std::string>;

TEST(CodeLexer, TakesCommentsUpToTheirEnd) {
  expect_tokens("c", "a // b\nc /* d */ e", {"c1:// b", "cm:/* d */"});
  expect_tokens("c", "/* open\nend", {"cm:/* open", "cm:end"});
}

TEST(CodeLexer, NestsCommentsWhereTheLanguageDoes) {
  expect_tokens("rust", "/* a /* b */ c */ if", {"cm:/* a /* b */ c */", "k:if"});
  expect_tokens("c", "/* a /* b */ if */", {"cm:/* a /* b */", "k:if"});
}

TEST(CodeLexer, TakesAHashForACommentOnlyAfterSpaceInShell) {
  EXPECT_EQ(tokens_of("bash", "a#b"), Tokens({"o:#"}));
  expect_tokens("bash", "a #b", {"c1:#b"});
}

TEST(CodeLexer, TakesAHashBangOnlyAtTheStart) {
  expect_tokens("bash", "#!/bin/sh\nif", {"ch:#!/bin/sh", "k:if"});
  expect_tokens("python", "a\n#!/bin/sh", {"c1:#!/bin/sh"});
}

TEST(CodeLexer, TakesDirectivesOnlyAtTheStartOfALine) {
  expect_tokens("c", "  # define A 1", {"cp:# define", "mi:1"});
  expect_tokens("c", "#include \"a.h\"", {"cp:#include", "cpf:\"a.h\""});
  EXPECT_EQ(tokens_of("c", "a # b"), Tokens({"o:#"}));
}

TEST(CodeLexer, TakesNoDotOfARangeIntoANumber) {
  expect_tokens("haskell", "[1..10] + .5", {"mi:1", "p:..", "mi:10", "mf:.5"});
}

TEST(CodeLexer, TakesSectionHeadersOnlyAtTheStartOfALine) {
  expect_tokens("toml", "[[a]]\nb = [1]", {"nn:[[a]]", "na:b", "mi:1"});
}

TEST(CodeLexer, TakesVariablesWithTheirBrackets) {
  expect_tokens("bash", "$a ${b:-c} $? $1", {"nv:$a", "nv:${b:-c}", "nv:$?", "nv:$1"});
  expect_tokens("bash", "${open\nif", {"nv:${open", "k:if"});
}

TEST(CodeLexer, EndsAHeredocAtItsMark) {
  expect_tokens("bash", "cat <<A <<-B\nif\nA\n if\n B\nif",
                {"sh:<<A", "sh:<<-B", "sh:if", "sh:A", "sh: if", "sh: B", "k:if"});
}

TEST(CodeLexer, GoesOnWithCodeBehindTheEndOfAPhpHeredoc) {
  expect_tokens("php-code", "f(<<<A\nif\n  A, $x);", {"sh:if", "sh:  A", "nv:$x"});
}

}  // namespace
}  // namespace loom::markdown
