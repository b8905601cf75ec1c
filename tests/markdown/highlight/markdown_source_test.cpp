#include "markdown/highlight/markdown_source.h"

#include "markdown/highlight/highlight_checks.h"

namespace loom::markdown {
namespace {

using tests::expect_tokens;
using tests::tokens_of;

TEST(MarkdownSource, LexesHeadingsListsAndQuotes) {
  expect_tokens("markdown", "# A\n## B\n- c\n12. d\n> e", {"gh:# A", "gu:## B", "k:-", "k:12.", "k:>"});
}

TEST(MarkdownSource, LexesInlineMarks) {
  expect_tokens("markdown", "**a** *b* _c_ `d` [e](f) \\*",
                {"gs:**a**", "ge:*b*", "ge:_c_", "sb:`d`", "nt:[e]", "na:(f)", "se:\\*"});
}

TEST(MarkdownSource, LeavesMarksWithoutAnEndPlain) {
  EXPECT_TRUE(tokens_of("markdown", "a * b _c [d").empty());
}

TEST(MarkdownSource, LexesFencedCodeInItsLanguage) {
  expect_tokens("markdown", "````c\nif ```\n````\nif", {"sb:````c", "k:if", "sb:````"});
}

TEST(MarkdownSource, LeavesMarkdownInsideAFencePlain) {
  EXPECT_EQ(tokens_of("markdown", "```md\n# a\n```"), std::vector<std::string>({"sb:```md", "sb:```"}));
}

}  // namespace
}  // namespace loom::markdown
