#include "markdown/html/blocks.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

TEST(Blocks, ShowTasksAsDisabledBoxesWithANameForScreenReaders) {
  EXPECT_EQ(html("- [ ] a\n- [X] b\n"),
            "<ul>\n<li class=\"task-list-item\">"
            "<input type=\"checkbox\" disabled=\"\" aria-label=\"Not done\" /> a</li>\n"
            "<li class=\"task-list-item\">"
            "<input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\"Done\" /> b</li>\n</ul>\n");
}

TEST(Blocks, KeepTightListsTight) {
  EXPECT_EQ(html("2. a\n3. b\n"), "<ol start=\"2\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
  EXPECT_EQ(html("- a\n\n- b\n"), "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
}

TEST(Blocks, PassRawHtmlThroughAndNoteItsAnchors) {
  const Document document = render("<div id=\"a\">\n<b>c</b>\n</div>\n");
  EXPECT_EQ(document.html, "<div id=\"a\">\n<b>c</b>\n</div>\n");
  EXPECT_EQ(document.anchors, std::vector<std::string>{"a"});
  EXPECT_EQ(document.plain_text, "c ");
}

TEST(Blocks, ShowCodeByItsInfo) {
  EXPECT_EQ(html("```\n<a>\n```\n"), "<pre><code>&lt;a&gt;\n</code></pre>\n");
  EXPECT_NE(html("```nosuch title=b\na\n```").find("<figcaption>b</figcaption>"), std::string::npos);
}

TEST(Blocks, ShowQuotesAndLines) {
  EXPECT_EQ(html("> a\n\n---\n"), "<blockquote>\n<p>a</p>\n</blockquote>\n<hr />\n");
}

}  // namespace
}  // namespace loom::markdown
