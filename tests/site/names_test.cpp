#include "site/names.h"

#include <array>
#include <gtest/gtest.h>

namespace loom::site {
namespace {

TEST(Names, EditorLeftoversAreKnown) {
  for (const char* name : {"a.md~", "#a.md#", ".#a.md", "4913", "5036", "a.md.swp", "a.md___jb_tmp___",
                           "a.md___jb_old___", "sedA1b2C3", "upload.tmp"}) {
    EXPECT_TRUE(is_editor_leftover(name)) << name;
  }
  for (const char* name : {"a.md", "2024", "4914", "sedentary", "sed.md", "C#", "#", "tmp"}) {
    EXPECT_FALSE(is_editor_leftover(name)) << name;
  }
}

TEST(Names, DotEntriesAreSkippedButWellKnown) {
  EXPECT_TRUE(is_skipped_name(".git"));
  EXPECT_TRUE(is_skipped_name(".DS_Store"));
  EXPECT_TRUE(is_skipped_name("node_modules"));
  EXPECT_FALSE(is_skipped_name(".well-known"));
}

TEST(Names, NamesWithControlCharactersOrBrokenUtf8AreNotPublishable) {
  EXPECT_TRUE(is_publishable_name("h\xC3\xA9llo <b>.md"));
  EXPECT_FALSE(is_publishable_name("a\nb.md"));
  EXPECT_FALSE(is_publishable_name("a\xFF.md"));
  EXPECT_FALSE(is_publishable_name("a\x7F"));
}

TEST(Names, MarkdownIsKnownByItsExtension) {
  EXPECT_TRUE(is_markdown_name("a.md"));
  EXPECT_TRUE(is_markdown_name("README.MD"));
  EXPECT_TRUE(is_markdown_name("a.markdown"));
  EXPECT_FALSE(is_markdown_name(".md"));
  EXPECT_FALSE(is_markdown_name("a.mdx"));
}

TEST(Names, TextSourcesAreReadWhole) {
  EXPECT_TRUE(is_text_source("content/a.md"));
  EXPECT_TRUE(is_text_source("templates/x.anything"));
  EXPECT_TRUE(is_text_source("config.toml"));
  EXPECT_TRUE(is_text_source("sass/_a.scss"));
  EXPECT_FALSE(is_text_source("content/big.json"));
  EXPECT_FALSE(is_text_source("package-lock.json"));
  EXPECT_FALSE(is_text_source("static/big.html"));
}

struct GlobCase {
  const char* pattern;
  const char* path;
  bool matches;
};

TEST(Names, GlobsMatchAsDocumented) {
  for (const GlobCase& c : std::initializer_list<GlobCase>{{"*.png", "a/b.png", true},
                                                           {"*.png", "a/b.png.txt", false},
                                                           {"*.{graphml,xlsx}", "deep/er/x.xlsx", true},
                                                           {"*.{graphml,xlsx}", "x.xls", false},
                                                           {"temp.*", "temp.txt", true},
                                                           {"**/build_folder", "a/b/build_folder", true},
                                                           {"**/build_folder", "build_folder", true},
                                                           {"a/*/c", "a/b/c", true},
                                                           {"a/*/c", "a/b/b/c", false},
                                                           {"a/**/c", "a/b/b/c", true},
                                                           {"a/**", "a/b/c", true},
                                                           {"?.md", "a.md", true},
                                                           {"[ab].md", "b.md", true},
                                                           {"[!ab].md", "b.md", false},
                                                           {"[a-c]x", "bx", true},
                                                           {"[", "[", true},
                                                           {"", "a", false},
                                                           {"*a*b*c", "xxaxxbxxc", true}}) {
    EXPECT_EQ(matches_glob(c.pattern, c.path), c.matches) << c.pattern << " on " << c.path;
  }
}

TEST(Names, NoGlobIsExponential) {
  std::string pattern;
  for (int i = 0; i < 40; ++i) {
    pattern += "*a**/";
  }
  EXPECT_FALSE(matches_glob(pattern + "b", std::string(3000, 'a')));
}

TEST(Names, IgnorePatternsFollowTheRootsGitignore) {
  const auto patterns = parse_ignore_patterns("# comment\n\n/build/\n*.log\n!keep.log\nnotes/private\r\n/\n");
  EXPECT_EQ(patterns.size(), 3u);
  EXPECT_TRUE(is_ignored(patterns, "build", true));
  EXPECT_FALSE(is_ignored(patterns, "build", false));
  EXPECT_FALSE(is_ignored(patterns, "a/build", true));
  EXPECT_TRUE(is_ignored(patterns, "a/b.log", false));
  EXPECT_TRUE(is_ignored(patterns, "notes/private", true));
  EXPECT_FALSE(is_ignored(patterns, "a.md", false));
}

}  // namespace
}  // namespace loom::site
