#include "markdown/html/inlines.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

TEST(Inlines, ShowEmphasisDeletionsAndCode) {
  EXPECT_EQ(html("*a* **b** ~~c~~ `d<`"),
            "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>\n");
}

TEST(Inlines, ShowBreaks) {
  const Document document = render("a\nb  \nc");
  EXPECT_EQ(document.html, "<p>a\nb<br />\nc</p>\n");
  EXPECT_EQ(document.plain_text, "a b c");
}

TEST(Inlines, PassRawHtmlThrough) {
  const Document document = render("a <i id=b>c</i>");
  EXPECT_EQ(document.html, "<p>a <i id=b>c</i></p>\n");
  EXPECT_EQ(document.anchors, std::vector<std::string>{"b"});
  EXPECT_EQ(document.plain_text, "a c");
}

TEST(Inlines, LeaveQuotesInZolasMarkup) {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  EXPECT_EQ(html("\"a\" `\"b\"`", options), "<p>\"a\" <code>\"b\"</code></p>\n");
  EXPECT_EQ(html("\"a\" `\"b\"`"), "<p>&quot;a&quot; <code>&quot;b&quot;</code></p>\n");
}

}  // namespace
}  // namespace loom::markdown
