#include "markdown/code_block.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

std::string html(std::string_view info, std::string_view code, bool highlight = true) {
  std::string out;
  CodeStyle style;
  style.highlight = highlight;
  append_code_block(out, {info, code}, style);
  return out;
}

TEST(CodeBlock, ShowsCodeWithoutALanguageAsItIs) {
  EXPECT_EQ(html("", "a < b && \"c\"\n"), "<pre><code>a &lt; b &amp;&amp; &quot;c&quot;\n</code></pre>\n");
}

TEST(CodeBlock, NamesTheLanguageForTheme) {
  EXPECT_EQ(
      html("nosuch", "<x>\n"),
      "<pre class=\"highlight\" data-lang=\"nosuch\"><code class=\"language-nosuch\" data-lang=\"nosuch\">"
      "&lt;x&gt;\n</code></pre>\n");
}

TEST(CodeBlock, PutsTokensOfAKnownLanguageIntoSpans) {
  EXPECT_NE(html("rust", "fn main() {}\n").find("<span class=\"k"), std::string::npos);
}

TEST(CodeBlock, LeavesHighlightingToTheBrowserWhenTurnedOff) {
  EXPECT_EQ(html("rust", "fn\n", false), "<pre><code class=\"language-rust\">fn\n</code></pre>\n");
}

TEST(CodeBlock, EscapesTheLanguage) {
  EXPECT_EQ(html("\"><b>", "", false), "<pre><code class=\"language-&quot;&gt;&lt;b&gt;\"></code></pre>\n");
}

TEST(CodeBlock, NumbersLinesFromTheGivenOne) {
  EXPECT_EQ(html("nosuch,linenos,linenostart=9", "a\nb\n", false),
            "<pre><code class=\"language-nosuch\">"
            "<span class=\"line\"><span class=\"lineno\" aria-hidden=\"true\">9</span>a\n</span>"
            "<span class=\"line\"><span class=\"lineno\" aria-hidden=\"true\">10</span>b\n</span>"
            "</code></pre>\n");
}

TEST(CodeBlock, MarksHighlightedLinesAndLeavesOutHiddenOnes) {
  EXPECT_EQ(html("nosuch,hl_lines=3,hide_lines=1-2", "a\nb\nc\nd", false),
            "<pre><code class=\"language-nosuch\"><span class=\"line highlighted\">c\n</span>"
            "<span class=\"line\">d</span></code></pre>\n");
}

TEST(CodeBlock, NumbersCountHiddenLines) {
  EXPECT_NE(html("nosuch,linenos,hide_lines=1", "a\nb\n").find(">2</span>b"), std::string::npos);
}

TEST(CodeBlock, ShowsTheTitleAbove) {
  EXPECT_EQ(html("nosuch title=\"a <b>.c\"", "x\n", false),
            "<figure class=\"code\">\n<figcaption>a &lt;b&gt;.c</figcaption>\n"
            "<pre><code class=\"language-nosuch\">x\n</code></pre>\n</figure>\n");
}

TEST(CodeBlock, CountsLineNumbersBeyondTheLargestStart) {
  EXPECT_NE(html("x,linenos,linenostart=4294967295", "a\nb\n").find(">4294967296</span>"), std::string::npos);
}

}  // namespace
}  // namespace loom::markdown
