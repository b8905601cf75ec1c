#include "build/export_tree.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/unique_fd.h"
#include "support/temp_folder.h"

namespace loom::build {
namespace {

using support::TempFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

base::UniqueFd open_folder(const TempFolder& folder) {
  return base::UniqueFd(open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

ExportFile file_of(const std::string& path, const std::string& text) {
  return {path, std::make_shared<const std::string>(text), nullptr};
}

class WriteTree : public testing::Test {
 protected:
  base::Result<WrittenTree> write(const std::vector<ExportFile>& files) {
    return write_tree(open_folder(new_).get(), {files, -1, {}, kept_}, {});
  }
  base::Result<WrittenTree> write_over(const std::vector<ExportFile>& files, const ExportRecord& record) {
    const base::UniqueFd old = open_folder(old_);
    return write_tree(open_folder(new_).get(), {files, old.get(), record, kept_}, {});
  }

  TempFolder old_;
  TempFolder new_;
  std::vector<std::string> kept_;
};

TEST_F(WriteTree, WritesFilesAndTheirFolders) {
  const auto tree =
      write({file_of("a/b/c/index.html", "deep"), file_of("index.html", "home"), file_of("empty", "")});
  ASSERT_TRUE(tree) << tree.error().message();
  EXPECT_EQ(new_.read("a/b/c/index.html"), "deep");
  EXPECT_EQ(new_.read("index.html"), "home");
  EXPECT_TRUE(new_.exists("empty"));
  EXPECT_EQ(tree->written_bytes, 8U);
  EXPECT_EQ(tree->record.at("index.html").size_bytes, 4U);
}

TEST_F(WriteTree, WritesTheSameOnManyThreads) {
  std::vector<ExportFile> files;
  for (int index = 0; index < 600; ++index) {
    const std::string name = std::to_string(index);
    files.push_back(file_of("s" + std::to_string(index % 7) + "/d" + name + "/index.html", "page " + name));
  }
  std::size_t last_done = 0;
  const auto tree =
      write_tree(open_folder(new_).get(), {files, -1, {}, kept_}, [&](std::size_t done, std::size_t count) {
        EXPECT_EQ(count, files.size());
        last_done = done;
      });
  ASSERT_TRUE(tree);
  EXPECT_EQ(last_done, files.size());
  EXPECT_EQ(tree->record.size(), files.size());
  for (const ExportFile& file : files) {
    EXPECT_EQ(new_.read(file.path), *file.body);
  }
}

TEST_F(WriteTree, LinksWhatIsUnchanged) {
  const std::vector<ExportFile> files = {file_of("a/index.html", "same"), file_of("b.css", "before")};
  const auto before = write_tree(open_folder(old_).get(), {files, -1, {}, kept_}, {});
  ASSERT_TRUE(before);
  const auto after = write_over({files[0], file_of("b.css", "after!")}, before->record);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->linked_count, 1U);
  const auto inode = [](const TempFolder& folder, const char* path) {
    return base::file_status(folder.path(path)).stamp.inode;
  };
  EXPECT_EQ(inode(old_, "a/index.html"), inode(new_, "a/index.html"));
  EXPECT_NE(inode(old_, "b.css"), inode(new_, "b.css"));
  EXPECT_EQ(new_.read("b.css"), "after!");
  EXPECT_EQ(old_.read("b.css"), "before");
}

TEST_F(WriteTree, DoesNotLinkWhatSomebodyElseHasChanged) {
  const std::vector<ExportFile> files = {file_of("a.html", "same")};
  const auto before = write_tree(open_folder(old_).get(), {files, -1, {}, kept_}, {});
  ASSERT_TRUE(before);
  old_.write("a.html", "edited by hand");
  const auto after = write_over(files, before->record);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->linked_count, 0U);
  EXPECT_EQ(new_.read("a.html"), "same");
}

TEST_F(WriteTree, KeepsEntriesOfOthers) {
  old_.write(".git/objects/ab/cd", "object");
  old_.write("CNAME", "example.org");
  old_.link("CNAME", "alias");
  old_.make_folder(".git/refs/tags");
  kept_ = {".git/objects/ab/cd", ".git/refs/tags/", "CNAME", "alias"};
  const auto tree = write_over({file_of("index.html", "home")}, {});
  ASSERT_TRUE(tree) << tree.error().message();
  EXPECT_EQ(new_.read(".git/objects/ab/cd"), "object");
  EXPECT_EQ(new_.read("alias"), "example.org");
  EXPECT_TRUE(new_.exists(".git/refs/tags"));
  EXPECT_THAT(tree->replaced_entries, IsEmpty());
}

TEST_F(WriteTree, LetsTheSiteHaveANameThatOthersUse) {
  old_.write("index.html", "mine");
  kept_ = {"index.html"};
  const auto tree = write_over({file_of("index.html", "home")}, {});
  ASSERT_TRUE(tree);
  EXPECT_THAT(tree->replaced_entries, ElementsAre("index.html"));
  EXPECT_EQ(new_.read("index.html"), "home");
}

TEST_F(WriteTree, CopiesLargeFilesFromTheirDescriptor) {
  const TempFolder source;
  const std::string bytes(3'000'001, 'x');
  const std::string path = source.write("video.mp4", bytes);
  auto large = std::make_shared<snapshot::LargeFile>();
  large->fd = base::UniqueFd(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  large->stamp = base::file_status(path).stamp;
  ASSERT_EQ(lseek(large->fd.get(), 7, SEEK_SET), 7);
  const auto tree = write({{"v/video.mp4", nullptr, large}});
  ASSERT_TRUE(tree) << tree.error().message();
  EXPECT_TRUE(new_.read("v/video.mp4") == bytes);
  EXPECT_EQ(lseek(large->fd.get(), 0, SEEK_CUR), 7);
}

TEST_F(WriteTree, RefusesALargeFileThatChangedSinceItWasOpened) {
  const TempFolder source;
  const std::string path = source.write("video.mp4", "before");
  auto large = std::make_shared<snapshot::LargeFile>();
  large->fd = base::UniqueFd(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  large->stamp = base::file_status(path).stamp;
  large->stamp.modified_ns -= 1;
  EXPECT_FALSE(write({{"video.mp4", nullptr, large}}));
}

TEST_F(WriteTree, NamesTheFileThatCannotBeWritten) {
  const auto tree = write({file_of(std::string(300, 'x') + "/index.html", "")});
  ASSERT_FALSE(tree);
  EXPECT_THAT(tree.error().message(), HasSubstr("xxx/index.html"));
}

}  // namespace
}  // namespace loom::build
