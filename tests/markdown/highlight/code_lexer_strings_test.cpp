#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;
using tests::highlighted;
using tests::text_of;

TEST(CodeLexerStrings, ShowsEscapes) {
  expect_tokens("c", "\"a\\nb\" if", {"s2:\"a", "se:\\n", "s2:b\"", "k:if"});
}

TEST(CodeLexerStrings, TakesTheDigitsOfAnEscape) {
  expect_tokens("c", "\"\\x41b\\u00e9f\\n\"", {"se:\\x41", "s2:b", "se:\\u00e9", "s2:f", "se:\\n"});
  expect_tokens("latex", "$a \\frac12$", {"s:$a ", "se:\\frac", "s:12$"});
}

TEST(CodeLexerStrings, EndsAStringAtTheEndOfItsLine) {
  expect_tokens("c", "\"a\nif", {"s2:\"a", "k:if"});
}

TEST(CodeLexerStrings, LetsALongStringSpanLines) {
  expect_tokens("python", "\"\"\"a\nif\"\"\" if", {"s2:\"\"\"a", "s2:if\"\"\"", "k:if"});
}

TEST(CodeLexerStrings, TakesPrefixesIntoTheString) {
  expect_tokens("python", "rb'\\d' if", {"s1:rb'\\d'", "k:if"});
  expect_tokens("cpp", "u8\"a\" if", {"s2:u8\"a\"", "k:if"});
}

TEST(CodeLexerStrings, TakesADoubledQuoteForAnEscape) {
  expect_tokens("sql", "'a''b' from", {"s1:'a", "se:''", "s1:b'", "k:from"});
}

TEST(CodeLexerStrings, LexesEmbeddedCode) {
  expect_tokens("javascript", "`a ${f({b: 1})} c` if",
                {"sb:`a ", "si:${", "nf:f", "mi:1", "si:}", "sb: c`", "k:if"});
  expect_tokens("swift", "\"a \\(f(1)) b\" if", {"si:\\(", "nf:f", "si:)", "s2: b\"", "k:if"});
}

TEST(CodeLexerStrings, EmbedsCodeOnlyBehindThePrefixThatSaysSo) {
  expect_tokens("python", "f'{a}' '{b}'", {"si:{", "si:}", "s1:'{b}'"});
  expect_tokens("python", "f'{{a'", {"s1:f'", "se:{{", "s1:a'"});
}

TEST(CodeLexerStrings, ShowsVariablesInStrings) {
  expect_tokens("bash", "\"$a $@ $1 $\"", {"s2:\"", "nv:$a", "nv:$@", "nv:$1", "s2: $\""});
  expect_tokens("kotlin", "\"$a $1\"", {"nv:$a", "s2: $1\""});
}

TEST(CodeLexerStrings, TakesAStringBeforeAColonForAKeyInJson) {
  expect_tokens("json", R"({"a" : "b", "c\"d": 1})", {"nt:\"a\"", "s2:\"b\"", "nt:\"c", "se:\\\"", "nt:d\""});
}

TEST(CodeLexerStrings, StopsNestingAtItsLimit) {
  std::string code;
  for (int i = 0; i < 1000; ++i) {
    code += "`${";
  }
  EXPECT_EQ(text_of(highlighted("javascript", code)), code);
}

}  // namespace
}  // namespace loom::markdown
