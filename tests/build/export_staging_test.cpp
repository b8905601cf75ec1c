#include "build/export_staging.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <optional>

#include "support/temp_folder.h"

namespace loom::build {
namespace {

using support::TempFolder;

TEST(StagingFolder, IsRemovedWithWhatItHolds) {
  const TempFolder disk;
  {
    const auto staging = StagingFolder::make(disk.path(), ".out.loom-new-");
    ASSERT_TRUE(staging);
    std::filesystem::create_directories(staging->path() + "/a/b");
  }
  EXPECT_TRUE(std::filesystem::is_empty(disk.path()));
}

TEST(StagingFolder, StaysWhenItIsReleased) {
  const TempFolder disk;
  {
    auto staging = StagingFolder::make(disk.path(), ".out.loom-new-");
    ASSERT_TRUE(staging);
    staging->release();
  }
  EXPECT_FALSE(std::filesystem::is_empty(disk.path()));
}

TEST(StagingFolder, IsAnErrorWhereNothingCanBeMade) {
  EXPECT_FALSE(StagingFolder::make("/no such folder", ".out.loom-new-"));
}

TEST(RemoveLeftovers, LeavesRunsThatAreAliveAndEverythingElse) {
  const TempFolder disk;
  disk.write(".out.loom-new-AbC123/index.html", "");
  disk.write(".other.loom-new-AbC123/index.html", "");
  disk.write(".out.loom-new-mine/index.html", "");
  const auto alive = StagingFolder::make(disk.path(), ".out.loom-new-");
  ASSERT_TRUE(alive);
  remove_leftovers(disk.path(), ".out.loom-new-");
  EXPECT_FALSE(disk.exists(".out.loom-new-AbC123"));
  EXPECT_TRUE(disk.exists(".other.loom-new-AbC123"));
  EXPECT_TRUE(disk.exists(".out.loom-new-mine"));
  EXPECT_TRUE(std::filesystem::exists(alive->path()));
}

TEST(IsStagingName, TakesOnlyTheNamesThatAreMadeHere) {
  EXPECT_TRUE(is_staging_name(".out.loom-new-AbC123"));
  EXPECT_TRUE(is_staging_name(".loom-new-AbC123"));
  EXPECT_FALSE(is_staging_name("out.loom-new-AbC123"));
  EXPECT_FALSE(is_staging_name(".loom-new-"));
  EXPECT_FALSE(is_staging_name(".git"));
}

}  // namespace
}  // namespace loom::build
