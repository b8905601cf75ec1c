#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;
using tests::tokens_of;
using Tokens = std::vector<std::string>;

TEST(CodeLexerWords, NamesWhatADeclarationDeclares) {
  expect_tokens("python", "class a: pass\ndef b(): pass", {"kd:class", "nc:a", "kd:def", "nf:b"});
  expect_tokens("cpp", "enum class a", {"kd:enum", "kd:class", "nc:a"});
}

TEST(CodeLexerWords, NamesEachPartOfAnImportedPath) {
  expect_tokens("java", "import a.b;\nc", {"kn:import", "nn:a", "nn:b"});
}

TEST(CodeLexerWords, ForgetsADeclarationAtTheEndOfItsLine) {
  EXPECT_EQ(tokens_of("python", "class\na"), Tokens({"kd:class"}));
}

TEST(CodeLexerWords, TakesANameBeforeAParenthesisForACall) {
  expect_tokens("c", "a (b)", {"nf:a"});
  EXPECT_EQ(tokens_of("c", "a\n(b"), Tokens({"p:("}));
}

TEST(CodeLexerWords, LeavesKeywordsPlainBehindADot) {
  EXPECT_EQ(tokens_of("javascript", "a.class"), Tokens({"p:."}));
}

TEST(CodeLexerWords, ReadsTheShapeOfNames) {
  expect_tokens("rust", "Name NAME_2 name", {"nc:Name", "no:NAME_2"});
  expect_tokens("c", "my_t", {"kt:my_t"});
}

TEST(CodeLexerWords, TakesTheBangOfAMacroIntoItsName) {
  expect_tokens("rust", "vec![1] a != b", {"nf:vec!", "mi:1", "o:!="});
}

TEST(CodeLexerWords, TakesANameBeforeItsMarkForAKey) {
  expect_tokens("hcl", "type = string", {"na:type", "kt:string"});
  EXPECT_EQ(tokens_of("hcl", "a == b"), Tokens({"o:=="}));
  expect_tokens("makefile", "A := b", {"nf:A"});
  expect_tokens("ruby", "{ if: 1 }", {"ss:if"});
}

TEST(CodeLexerWords, TakesTheFirstNameOfAStatementForADirective) {
  expect_tokens("nginx", "a b; c d", {"k:a", "k:c"});
}

TEST(CodeLexerWords, TakesTheFirstNameOfAListForACall) {
  expect_tokens("lisp", "(a b (c d))", {"nf:a", "nf:c"});
}

TEST(CodeLexerWords, FindsKeywordsInAnyCaseInSql) {
  expect_tokens("sql", "select SELECT Select", {"k:select", "k:SELECT", "k:Select"});
}

}  // namespace
}  // namespace loom::markdown
