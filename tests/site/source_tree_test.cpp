#include "site/source_tree.h"

#include <gtest/gtest.h>

#include "support/source_tree_text.h"

namespace loom::site {
namespace {

std::string paths_of(const SourceTree::Range& files) {
  std::string text;
  for (const SourceFile& file : files) {
    text += file.path + " ";
  }
  return text;
}

TEST(SourceTree, FindsWhatWasPutAndNothingElse) {
  SourceTree tree;
  tree.put(make_source_file("content/a.md", "one"));
  ASSERT_NE(tree.find("content/a.md"), nullptr);
  EXPECT_EQ(*tree.find("content/a.md")->bytes, "one");
  EXPECT_EQ(tree.find("content/a.m"), nullptr);
  EXPECT_EQ(tree.find("content"), nullptr);
}

TEST(SourceTree, PuttingAPathAgainReplacesTheFile) {
  SourceTree tree;
  tree.put(make_source_file("a", "one"));
  const std::uint64_t hash = tree.find("a")->hash;
  tree.put(make_source_file("a", "two"));
  EXPECT_EQ(*tree.find("a")->bytes, "two");
  EXPECT_NE(tree.find("a")->hash, hash);
  EXPECT_EQ(tree.files().size(), 1u);
}

TEST(SourceTree, AFolderHoldsOnlyWhatIsBelowIt) {
  SourceTree tree;
  for (const char* path :
       {"content-more/x", "content.md", "content/a.md", "content/b/c.md", "content0", "static/a"}) {
    tree.put(make_source_file(path, ""));
  }
  EXPECT_EQ(paths_of(tree.files_under("content")), "content/a.md content/b/c.md ");
  EXPECT_EQ(paths_of(tree.files_under("content/b")), "content/b/c.md ");
  EXPECT_EQ(paths_of(tree.files_under("none")), "");
  EXPECT_EQ(tree.files_under("").begin(), tree.files().begin());
  EXPECT_TRUE(tree.has_folder("static"));
  EXPECT_FALSE(tree.has_folder("stati"));
}

TEST(SourceTree, RemoveTellsWhetherThereWasAFile) {
  SourceTree tree = support::source_tree("--- a\n--- b\ntext\n");
  EXPECT_TRUE(tree.remove("a"));
  EXPECT_FALSE(tree.remove("a"));
  EXPECT_EQ(tree.files().size(), 1u);
}

TEST(SourceTree, ACopyIsItsOwn) {
  SourceTree tree = support::source_tree("--- a\none\n");
  SourceTree copy = tree;
  copy.remove("a");
  EXPECT_NE(tree.find("a"), nullptr);
}

}  // namespace
}  // namespace loom::site
