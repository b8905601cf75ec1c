#include "migration/jekyll/jekyll_address.h"

#include <gtest/gtest.h>

namespace loom::migration {
namespace {

JekyllAddressParts parts() {
  JekyllAddressParts parts;
  parts.title = "Hello-World";
  parts.slug = "hello-world";
  parts.path = "guide/one";
  parts.basename = "one";
  parts.collection = "docs";
  parts.categories = {"Ruby Gems", "x"};
  parts.date = base::parse_date_time("2024-05-01");
  return parts;
}

TEST(JekyllAddress, StylesAndPlaceholders) {
  EXPECT_EQ(fill_permalink(post_template("date"), parts()), "/ruby gems/x/2024/05/01/Hello-World.html");
  EXPECT_EQ(fill_permalink(post_template("pretty"), parts()), "/ruby gems/x/2024/05/01/Hello-World/");
  EXPECT_EQ(fill_permalink(post_template("ordinal"), parts()), "/ruby gems/x/2024/122/Hello-World.html");
  EXPECT_EQ(fill_permalink("/:collection/:path/:year_:i_month", parts()), "/docs/guide/one/2024_5");
  EXPECT_EQ(fill_permalink("/:slugified_categories/:slug", parts()), "/ruby-gems/x/hello-world");
  EXPECT_FALSE(fill_permalink("/:nonsense/", parts()));
}

TEST(JekyllAddress, PagesFollowTheStyleOfTheSite) {
  EXPECT_EQ(with_style_ending("/:path/:basename", "date"), "/:path/:basename:output_ext");
  EXPECT_EQ(with_style_ending("/:path/:basename", "pretty"), "/:path/:basename/");
  EXPECT_EQ(with_style_ending("/:path/:basename", "/blog/:title/"), "/:path/:basename/");
  EXPECT_EQ(with_style_ending("/:path/:basename", "/blog/:title"), "/:path/:basename");
}

TEST(JekyllAddress, TheServedPathIsThatOfTheFile) {
  EXPECT_EQ(served_path("/a"), "/a.html");
  EXPECT_EQ(served_path("/a/index.html"), "/a/");
  EXPECT_EQ(served_path("/a/"), "/a/");
}

TEST(JekyllAddress, PatternsInLoomsWords) {
  EXPECT_EQ(loom_pattern("/news/:year/:month/:title/", "posts"), "/news/:year/:month/:slug/");
  EXPECT_EQ(loom_pattern("/:categories/:title:output_ext", "posts"), "/:categories/:slug.html");
  EXPECT_EQ(loom_pattern("/:week/:title/", "posts"), std::nullopt);
}

TEST(JekyllAddress, SlugsKeepWhatJekyllKeeps) {
  EXPECT_EQ(jekyll_slug("v1.0_Hello, Wörld!", JekyllSlug::Pretty, true), "v1.0_Hello,-Wörld!");
  EXPECT_EQ(jekyll_slug("v1.0_Hello, Wörld!", JekyllSlug::Default, false), "v1-0-hello-wörld");
}

}  // namespace
}  // namespace loom::migration
