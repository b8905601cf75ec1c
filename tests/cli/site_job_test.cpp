#include "cli/site_job.h"

#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace loom::cli {
namespace {

TEST(SiteJob, KnowsWhichFoldersLieBelowTheSite) {
  support::TempFolder folder;
  const std::string root = *find_site_root(folder.path());
  EXPECT_EQ(path_below(root, root + "/out"), "out");
  EXPECT_EQ(path_below(root, root + "/a/../out/"), "out");
  EXPECT_EQ(path_below(root, root + "/a/out"), "a/out");
  folder.write("made/b.txt", "B");
  EXPECT_EQ(path_below(root, root + "/made/"), "made");
  EXPECT_EQ(path_below(root, root), "");
  EXPECT_EQ(path_below(root, root + "-other/out"), "");
  EXPECT_EQ(path_below(root, root + "/../out"), "");
}

TEST(SiteJob, TakesNoSourcesFromTheOutputFolder) {
  support::TempFolder folder;
  folder.write("a.md", "A");
  folder.write("out/b.md", "B");
  SiteOptions options;
  base::Diagnostics diagnostics;
  const std::string root = *find_site_root(folder.path());
  const auto all = build_once(options, make_build_options(options, root), "", diagnostics);
  ASSERT_TRUE(all.has_value());
  EXPECT_EQ(all->page_count, 2u);
  const auto some = build_once(options, make_build_options(options, root), "out", diagnostics);
  ASSERT_TRUE(some.has_value());
  EXPECT_EQ(some->page_count, 1u);
}

}  // namespace
}  // namespace loom::cli
