#include "watch/name_filter.h"

#include <gtest/gtest.h>

namespace loom::watch {
namespace {

class SilentFileName : public testing::TestWithParam<const char*> {};

TEST_P(SilentFileName, WakesNobody) {
  EXPECT_TRUE(is_silent_file_name(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(EditorsAndTools, SilentFileName,
                         testing::Values("4913", "a.md~", ".a.md.swp", ".a.md.swx", ".a.md.un~", ".#a.md",
                                         "#a.md#", "a.md___jb_tmp___", "a.md___jb_old___", "sedAbC12z",
                                         ".a.md.Xy12Zq", ".DS_Store", ".goutputstream-X1"));

class AudibleFileName : public testing::TestWithParam<const char*> {};

TEST_P(AudibleFileName, IsReported) {
  EXPECT_FALSE(is_silent_file_name(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(PagesAndAssets, AudibleFileName,
                         testing::Values("a.md", "4914", "49130", "sedentary", "sed.md", "a~b.md", "#a.md",
                                         "CNAME", ".gitignore", ".well-known", "style.css"));

TEST(SilentFolderName, IsADotFolderButWellKnown) {
  EXPECT_TRUE(is_silent_folder_name(".git"));
  EXPECT_FALSE(is_silent_folder_name(".well-known"));
  EXPECT_FALSE(is_silent_folder_name("4913"));
}

TEST(LastSegment, IsWhatFollowsTheLastSlash) {
  EXPECT_EQ(last_segment("a/b/c.md"), "c.md");
  EXPECT_EQ(last_segment("c.md"), "c.md");
  EXPECT_EQ(last_segment(""), "");
}

}  // namespace
}  // namespace loom::watch
