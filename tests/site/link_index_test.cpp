#include "site/link_index.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

TEST(LinkIndex, FindsContentAndPaths) {
  LinkIndex links;
  links.add_content("blog/a.md", {"https://x.org/blog/a/", "/blog/a/"});
  links.add_path("/logo.svg");
  links.add_hidden("draft.md");
  ASSERT_NE(links.find_content("blog/a.md"), nullptr);
  EXPECT_EQ(links.find_content("blog/a.md")->path, "/blog/a/");
  EXPECT_EQ(links.find_content("blog/b.md"), nullptr);
  EXPECT_TRUE(links.has_path("/logo.svg"));
  EXPECT_FALSE(links.has_path("/logo"));
  EXPECT_TRUE(links.is_hidden("draft.md"));
}

TEST(LinkIndex, TheNearestContentIsTheSameNameElsewhereOrASlip) {
  LinkIndex links;
  links.add_content("blog/hello.md", {});
  links.add_content("docs/other.md", {});
  EXPECT_EQ(links.find_nearest_content("hello.md"), "blog/hello.md");
  EXPECT_EQ(links.find_nearest_content("blog/helo.md"), "blog/hello.md");
  EXPECT_EQ(links.find_nearest_content("nothing/like/it.md"), "");
}

TEST(LinkIndex, FilesBesidePagesAreFoundByTheirPublishedPath) {
  LinkIndex links;
  links.add_file("/fr/blog/a.png", "content/blog/a.png");
  EXPECT_TRUE(links.has_path("/fr/blog/a.png"));
  ASSERT_NE(links.find_source("/fr/blog/a.png"), nullptr);
  EXPECT_EQ(*links.find_source("/fr/blog/a.png"), "content/blog/a.png");
  EXPECT_EQ(links.find_source("/blog/a.png"), nullptr);
}

}  // namespace
}  // namespace loom::site
