#include "migration/markup_text.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

TEST(MarkupText, IndentationAndBlankLinesGo) {
  EXPECT_EQ(html_for_markdown("<div>\n\n      <p>a</p>\n\t<p>b</p>\n</div>"),
            "<div>\n<p>a</p>\n<p>b</p>\n</div>\n");
}

TEST(MarkupText, VerbatimElementsKeepTheirLines) {
  EXPECT_EQ(html_for_markdown("<pre>\n  a\n\n  b\n</pre>\n  <p>"), "<pre>\n  a\n&#32;\n  b\n</pre>\n<p>\n");
  EXPECT_EQ(html_for_markdown("<script>\n  f();\n\n  g();\n</script>"),
            "<script>\n  f();\n  g();\n</script>\n");
  EXPECT_EQ(html_for_markdown("<prefix>\n  a\n"), "<prefix>\na\n");
}

}  // namespace
}  // namespace loom::migration
