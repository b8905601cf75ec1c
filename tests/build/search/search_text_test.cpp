#include "build/search/search_text.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

TEST(SearchText, LeavesOutTagsCommentsAndWhatIsNoProse) {
  EXPECT_EQ(search_text("hello world"), "hello world");
  EXPECT_EQ(search_text("hello <script>alert('</b>')</script> world"), "hello world");
  EXPECT_EQ(search_text("a<!-- <b>no</b> --><pre>code <b>x</b></pre><style>p{}</style><em>b</em>"), "ab");
  EXPECT_EQ(search_text("<pre><pre></pre>still</pre>end"), "end");
}

TEST(SearchText, HasOneBlankBetweenWordsAndNoEmptyLines) {
  EXPECT_EQ(search_text("hello        world"), "hello world");
  EXPECT_EQ(search_text("\n hello  \n \n \n   world\n   "), "hello\nworld");
  EXPECT_EQ(search_text(" \n "), "");
}

TEST(SearchText, EndsAfterTheGivenNumberOfCharacters) {
  EXPECT_EQ(search_text("hello", 100), "hello");
  EXPECT_EQ(search_text("hello", 2), "he");
  EXPECT_EQ(search_text("hello \xE2\x80\xAE world", 7), "hello \xE2\x80\xAE");
}

TEST(SearchText, WritesReferencesAsASerialiserDoes) {
  EXPECT_EQ(search_text("&lt;b&gt; &amp;&quot;&#39;&#x2014;&mdash; a<b AT&T &eacute;&#0; x\xC2\xA0y"),
            "&lt;b&gt; &amp;\"'\xE2\x80\x94\xE2\x80\x94 a");
  EXPECT_EQ(search_text("1 < 2 AT&T &eacute;&#0; x\xC2\xA0y \xC2\xA9 &x; &"),
            "1 &lt; 2 AT&amp;T \xC3\xA9&amp;#0; x&nbsp;y \xC2\xA9 &x; &amp;");
}

}  // namespace
}  // namespace loom::build
