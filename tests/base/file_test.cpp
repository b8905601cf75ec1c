#include "base/file.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/temp_folder.h"

namespace loom::base {
namespace {

using ::testing::HasSubstr;

TEST(File, WritesAndReadsBack) {
  const support::TempFolder folder;
  const std::string path = folder.path() + "/a.txt";
  ASSERT_TRUE(write_file(path, "hello"));
  const auto content = read_file(path, 100);
  ASSERT_TRUE(content);
  EXPECT_EQ(content->bytes, "hello");
  EXPECT_TRUE(content->settled);
  EXPECT_EQ(file_status(path).stamp, content->stamp);
}

TEST(File, ReplacesByRename) {
  const support::TempFolder folder;
  const std::string path = folder.path() + "/a.txt";
  ASSERT_TRUE(write_file(path, "one"));
  const FileStamp before = file_status(path).stamp;
  ASSERT_TRUE(write_file(path, "two"));
  EXPECT_NE(file_status(path).stamp.inode, before.inode);
}

TEST(File, NamesThePathAndTheReason) {
  const auto content = read_file("/nowhere/at/all", 10);
  ASSERT_FALSE(content);
  EXPECT_EQ(content.error().message(), "/nowhere/at/all: No such file or directory");
}

TEST(File, RefusesWhatIsTooLarge) {
  const support::TempFolder folder;
  const std::string path = folder.path() + "/a.txt";
  ASSERT_TRUE(write_file(path, "12345"));
  EXPECT_TRUE(read_file(path, 5));
  const auto content = read_file(path, 4);
  ASSERT_FALSE(content);
  EXPECT_THAT(content.error().message(), HasSubstr("larger than 4 bytes"));
}

TEST(File, DoesNotHangOnAFifoAndRefusesFoldersAndDevices) {
  const support::TempFolder folder;
  const std::string fifo = folder.path() + "/fifo";
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  for (const std::string& path : {fifo, folder.path(), std::string("/dev/zero")}) {
    const auto content = read_file(path, 10);
    ASSERT_FALSE(content) << path;
    EXPECT_THAT(content.error().message(), HasSubstr("not a regular file")) << path;
  }
}

TEST(File, TellsTheKindsApart) {
  const support::TempFolder folder;
  EXPECT_EQ(file_status(folder.path()).kind, FileKind::Directory);
  EXPECT_EQ(file_status(folder.path() + "/x").kind, FileKind::Missing);
  ASSERT_EQ(::symlink("loop", (folder.path() + "/loop").c_str()), 0);
  EXPECT_EQ(file_status(folder.path() + "/loop").kind, FileKind::Missing);
  EXPECT_EQ(file_status("/dev/null").kind, FileKind::Other);
}

TEST(File, MakesAndRemovesTreesWithoutFollowingLinks) {
  const support::TempFolder folder;
  const std::string outside = folder.path() + "/outside";
  ASSERT_TRUE(make_directories(outside));
  ASSERT_TRUE(write_file(outside + "/kept", "x"));
  const std::string tree = folder.path() + "/a/b/c";
  ASSERT_TRUE(make_directories(tree));
  ASSERT_EQ(::symlink(outside.c_str(), (tree + "/link").c_str()), 0);
  ASSERT_TRUE(remove_tree(folder.path() + "/a"));
  EXPECT_EQ(file_status(folder.path() + "/a").kind, FileKind::Missing);
  EXPECT_EQ(file_status(outside + "/kept").kind, FileKind::Regular);
  EXPECT_TRUE(remove_tree(folder.path() + "/a"));
}

}  // namespace
}  // namespace loom::base
