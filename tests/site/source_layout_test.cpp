#include "site/source_layout.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

TEST(SourceLayout, ASiteReadsItsOwnFoldersOnly) {
  const SourceLayout layout = SourceLayout::site({"public"}, {"assets/logos"}, {"*.log.txt"});
  for (const char* file :
       {"loom.toml", "content/a.md", "content/a/b.png", "templates/x.html", "static/a/b",
        "themes/t/templates/a.html", "themes/t/theme.toml", "themes/t/i18n/fr.toml", "data.json",
        "i18n/fr.toml", "assets/x.png", "assets/logos/a.svg", "static/.well-known/security.txt"}) {
    EXPECT_TRUE(layout.includes(file, false)) << file;
  }
  for (const char* file : {"src/main.cpp", "README.md", "content/.git/x", "static/.htaccess", "content/a.md~",
                           "themes/t/content/a.md", "themes/t/content/a.png", "public/index.html", "themes/x",
                           "build/a.json", "notes/x.log.txt"}) {
    EXPECT_FALSE(layout.includes(file, false)) << file;
  }
  EXPECT_TRUE(layout.includes("assets", true));
  EXPECT_TRUE(layout.includes("themes/t", true));
  EXPECT_FALSE(layout.includes("build", true));
}

TEST(SourceLayout, ABareFolderReadsAllButWhatIsSkipped) {
  const SourceLayout layout = SourceLayout::bare({"public"}, {"*.log", "secret/"});
  EXPECT_TRUE(layout.includes("a/b/c.md", false));
  EXPECT_FALSE(layout.includes("a/node_modules/x.md", false));
  EXPECT_FALSE(layout.includes("a/b.log", false));
  EXPECT_FALSE(layout.includes("a/secret/b.md", false));
  EXPECT_FALSE(layout.includes("public/x.md", false));
  EXPECT_TRUE(layout.includes("publications/x.md", false));
}

TEST(SourceLayout, WithinMeansTheFolderOrBelow) {
  EXPECT_TRUE(is_within("a/b", "a"));
  EXPECT_TRUE(is_within("a", "a"));
  EXPECT_TRUE(is_within("a", ""));
  EXPECT_FALSE(is_within("ab", "a"));
}

}  // namespace
}  // namespace loom::site
