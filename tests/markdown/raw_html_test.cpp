#include "markdown/raw_html.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

using Anchors = std::vector<std::string>;

Anchors anchors(std::string_view html) {
  Anchors all;
  append_html_anchors(all, html);
  return all;
}

std::string text(std::string_view html) {
  std::string out;
  append_html_text(out, html);
  return out;
}

TEST(HtmlAnchors, AreTheIdsInAnyForm) {
  EXPECT_EQ(anchors("<a id=\"a\"><b ID='b'><c x id = c y><d\nid=d/><e\tid=\"e f\">"),
            (Anchors{"a", "b", "c", "d/", "e f"}));
}

TEST(HtmlAnchors, AreTheNamesOfLinksOnly) {
  EXPECT_EQ(anchors("<a name=x></a><input name=y>"), Anchors{"x"});
}

TEST(HtmlAnchors, AreNotInTextCommentsEndTagsOrOtherAttributes) {
  EXPECT_EQ(anchors("id=a <!-- <p id=b> --> </p id=c> <p data-id=d notid=e title=\"id=f <p id=g>\"> < id=h"),
            Anchors{});
}

TEST(HtmlAnchors, EndWithTheText) {
  for (const char* html :
       {"<", "<p", "<p ", "<p id", "<p id=", "<p id=\"", "<!--", "<p id=>", "<p =id>", "<p id=\"\">"}) {
    EXPECT_EQ(anchors(html), Anchors{}) << html;
  }
  EXPECT_EQ(anchors("<p id=\"open"), Anchors{"open"});
}

TEST(HtmlText, IsWhatStandsBetweenTags) {
  EXPECT_EQ(text("<p>a <b title='<i>'>b</b>\n\n  c</p>"), "a b c");
  EXPECT_EQ(text("a < b"), "a < b");
}

TEST(HtmlText, HasNoCommentsScriptsAndStyles) {
  EXPECT_EQ(text("a<!-- b --><script>c<d</script><STYLE>e</STYLE>f"), "af");
  EXPECT_EQ(text("a<script>b"), "a");
  EXPECT_EQ(text("a<!-- b"), "a");
  EXPECT_EQ(text("<!DOCTYPE html><?php x ?>a"), "a");
}

TEST(WithoutLinkTags, KeepsEverythingElse) {
  EXPECT_EQ(without_link_tags("a <a href=\"b>\">c <em>d</em></a> <abbr>e</abbr></A>f"),
            "a c <em>d</em> <abbr>e</abbr>f");
  EXPECT_EQ(without_link_tags("a < b <"), "a < b <");
  EXPECT_EQ(without_link_tags("<a"), "");
}

TEST(MoreComment, IsRecognisedInItsForms) {
  for (const char* html : {"<!-- more -->", "<!--more-->", "<!--  MORE\t-->"}) {
    const auto found = find_more_comment(html);
    ASSERT_TRUE(found.has_value()) << html;
    EXPECT_EQ(found->begin, 0U);
    EXPECT_EQ(found->end, std::string_view(html).size());
  }
  for (const char* html : {"", "<!---->", "<!-- more", "more", "<!-- more to say -->", "<!-->"}) {
    EXPECT_FALSE(find_more_comment(html).has_value()) << html;
  }
}

TEST(MoreComment, IsFoundBehindOtherHtml) {
  const auto found = find_more_comment("<div>\n<!-- no -->\n<!-- more -->\n</div>");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->begin, 18U);
  EXPECT_EQ(found->end, 31U);
}

}  // namespace
}  // namespace loom::markdown
