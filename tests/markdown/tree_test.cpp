#include "markdown/tree.h"

#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

#include "base/utf8.h"
#include "markdown/cmark_html.h"

namespace loom::markdown {
namespace {

TEST(ParseTree, KnowsTheExtensions) {
  EXPECT_EQ(cmark_html("~~a~~"), "<p><del>a</del></p>\n");
  EXPECT_NE(cmark_html("|a|\n|-|\n").find("<table>"), std::string::npos);
  EXPECT_NE(cmark_html("- [x] a").find("checkbox"), std::string::npos);
  EXPECT_NE(cmark_html("a[^1]\n\n[^1]: b").find("footnote"), std::string::npos);
}

TEST(ParseTree, LeavesBareUrlsAndRawHtmlAlone) {
  EXPECT_EQ(cmark_html("http://a.b <script>"), "<p>http://a.b <script></p>\n");
}

TEST(ParseTree, SetsSmartPunctuationOnlyWhenAsked) {
  EXPECT_EQ(cmark_html("a -- \"b\""), "<p>a -- &quot;b&quot;</p>\n");
  const Tree tree = parse_tree("a -- b", {true});
  cmark_node* text = cmark_node_first_child(cmark_node_first_child(tree.get()));
  EXPECT_STREQ(cmark_node_get_literal(text), "a \u2013 b");
}

TEST(ParseTree, LosesNoTextOfALabelThatGoesOverALineEnd) {
  EXPECT_EQ(cmark_html("c[^1\nabcdef] d"), "<p>c[^1 abcdef] d</p>\n");
  EXPECT_EQ(cmark_html("[^u\n[v]\nwü]\nx"), "<p>[^u [v] wü]\nx</p>\n");
}

TEST(ParseTree, ReplacesInvalidBytes) {
  EXPECT_EQ(cmark_html(std::string("a\0b\xff", 4)), "<p>a\uFFFDb\uFFFD</p>\n");
}

// The library keeps the special characters of extensions in global tables while it parses; without the lock
// this fails within a few hundred rounds.
TEST(ParseTree, TheLabelOfAFootnoteThatIsNoneStaysUtf8) {
  const std::string text = std::string("[^\x19") + std::string(7, '\0') + "  more\n[^n/# e]: t]:\n";
  const std::string html = cmark_html(base::repair_utf8(text));
  EXPECT_EQ(base::find_invalid_utf8(html), std::nullopt) << html;
}

TEST(ParseTree, GivesTheSameTreesOnManyThreads) {
  constexpr int kThreads = 4;
  constexpr int kRounds = 1'000;
  const std::string text =
      "a ~~b~~ *c*[^1] ~~d *e*~~\n\n| ~~f~~ | g |\n|---|---|\n| *h* | ~~i~~ |\n\n- [x] ~~j~~\n\n[^1]: "
      "~~k~~\n";
  const std::string expected = cmark_html(text);
  std::vector<int> wrong(kThreads, 0);
  std::vector<std::thread> threads;
  for (int index = 0; index < kThreads; ++index) {
    threads.emplace_back([&text, &expected, &count = wrong[static_cast<std::size_t>(index)]] {
      for (int round = 0; round < kRounds; ++round) {
        count += cmark_html(text) == expected ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(wrong, std::vector<int>(kThreads, 0));
}

}  // namespace
}  // namespace loom::markdown
