#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;
using tests::highlighted;
using tests::text_of;

TEST(CodeLexerElements, LexesAttributesAndEmbeddedCode) {
  expect_tokens("jsx", "return <a b=\"c\" d={1}>if {2} if</a>; if",
                {"k:return", "nt:a", "na:b", "s:\"c\"", "na:d", "mi:1", "mi:2", "nt:a", "k:if"});
}

TEST(CodeLexerElements, NestsElements) {
  expect_tokens("jsx", "x = <a><b/><c>if</c></a>; if", {"nt:a", "nt:b", "nt:c", "nt:c", "nt:a", "k:if"});
}

TEST(CodeLexerElements, KnowsFragments) {
  expect_tokens("jsx", "x = <>if</>; if", {"p:<>", "p:</>;", "k:if"});
}

TEST(CodeLexerElements, TakesALessThanBehindAValueForAnOperator) {
  expect_tokens("jsx", "if (a <b && c> d) if", {"o:<", "o:&&", "o:>", "k:if"});
}

TEST(CodeLexerElements, StopsNestingAtItsLimit) {
  std::string code;
  for (int i = 0; i < 1000; ++i) {
    code += "<a>{";
  }
  EXPECT_EQ(text_of(highlighted("jsx", code)), code);
}

}  // namespace
}  // namespace loom::markdown
