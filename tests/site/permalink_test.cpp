#include "site/permalink.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

TEST(Permalink, SlugsFollowTheMode) {
  EXPECT_EQ(slugify_path("Héllo, World!", SlugifyMode::On), "hello-world");
  EXPECT_EQ(slugify_path("a?b: c. ", SlugifyMode::Safe), "ab c");
  EXPECT_EQ(slugify_path("dot. ", SlugifyMode::Off), "dot. ");
}

TEST(Permalink, ANameWithoutLettersHasASlugOfItsOwn) {
  EXPECT_EQ(slugify_path("!!!", SlugifyMode::On).size(), 8u);
  EXPECT_NE(slugify_path("!!!", SlugifyMode::On), slugify_path("???", SlugifyMode::On));
  EXPECT_EQ(slugify_path("", SlugifyMode::On), "");
}

TEST(Permalink, JoinsWithExactlyOneSlash) {
  EXPECT_EQ(make_permalink("https://x.org", "/a/"), "https://x.org/a/");
  EXPECT_EQ(make_permalink("https://x.org/", "/a/"), "https://x.org/a/");
  EXPECT_EQ(make_permalink("https://x.org/blog", "a/"), "https://x.org/blog/a/");
  EXPECT_EQ(make_permalink("https://x.org", "/"), "https://x.org/");
}

TEST(Permalink, EncodesWhatAUrlCannotHold) {
  EXPECT_EQ(make_permalink("https://x.org", "/a b/\xC3\xA9/"), "https://x.org/a%20b/%C3%A9/");
}

TEST(Permalink, ABaseUrlIsAnAddressOrAPath) {
  for (const char* good : {"https://x.org", "http://x.org:8080/blog/",
                           "https://b\xC3\xBC"
                           "cher.example",
                           "/", "/blog"}) {
    EXPECT_TRUE(is_base_url(good)) << good;
  }
  for (const char* bad :
       {"", "x.org", "//x.org", "ftp://x.org", "https://", "https:///a", "https://x.org/a b",
        "https://x.org/\r\nX: y", "https://x.org/?q", "https://x.org/#f", "https://x.org/\"<"}) {
    EXPECT_FALSE(is_base_url(bad)) << bad;
  }
}

TEST(Permalink, ComponentsAreThePartsOfThePath) {
  EXPECT_EQ(path_components("/a/b/"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(path_components("/").empty());
}

TEST(Permalink, WrittenPathsAreNormalized) {
  EXPECT_EQ(normalized_path("old"), "/old/");
  EXPECT_EQ(normalized_path(" /a//b/ "), "/a/b/");
  EXPECT_EQ(normalized_path("/a/../../../b"), "/b/");
  EXPECT_EQ(normalized_path("about.html"), "/about.html");
  EXPECT_EQ(normalized_path(""), "/");
}

TEST(Permalink, RelativePathsResolveAgainstTheFolder) {
  EXPECT_EQ(resolve_relative("blog/a.md", "b.md"), "blog/b.md");
  EXPECT_EQ(resolve_relative("blog/a.md", "../b.md"), "b.md");
  EXPECT_EQ(resolve_relative("a.md", "./x/./b.md"), "x/b.md");
  EXPECT_EQ(resolve_relative("blog/a.md", ".."), "");
  EXPECT_EQ(resolve_relative("a.md", "../b.md"), std::nullopt);
}

}  // namespace
}  // namespace loom::site
