#include "watch/folder_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utility>

#include "support/temp_folder.h"

namespace loom::watch {
namespace {

using support::TempFolder;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

struct Found {
  std::vector<std::string> folders;
  std::vector<std::string> files;
  std::vector<std::pair<std::string, std::string>> links;
};

Found walk(const FolderFilter& filter, const std::string& path = "") {
  Found found;
  FolderVisitor visitor;
  visitor.on_folder = [&](const Folder& folder) {
    found.folders.push_back(folder.path);
    return true;
  };
  visitor.on_file = [&](const std::string& file) { found.files.push_back(file); };
  visitor.on_file_link = [&](const std::string& link, const std::string& target) {
    found.links.emplace_back(link, target);
  };
  walk_folders(filter, path, visitor);
  return found;
}

TEST(WalkFolders, FindsFoldersAndFiles) {
  const TempFolder site;
  site.write("content/blog/a.md", "");
  site.write("loom.toml", "");
  const Found found = walk({site.path(), {}, ""});
  EXPECT_THAT(found.folders, UnorderedElementsAre("", "content", "content/blog"));
  EXPECT_THAT(found.files, UnorderedElementsAre("loom.toml", "content/blog/a.md"));
}

TEST(WalkFolders, LeavesOutTheOutputIgnoredNamesAndDotFolders) {
  const TempFolder site;
  for (const char* folder : {"public", "content/public", "a/node_modules/x", ".git/objects", ".well-known"}) {
    site.make_folder(folder);
  }
  const Found found = walk({site.path(), {"node_modules"}, "public"});
  EXPECT_THAT(found.folders, UnorderedElementsAre("", "content", "content/public", "a", ".well-known"));
}

TEST(WalkFolders, FollowsLinksInsideTheRootUnderTheirOwnName) {
  const TempFolder site;
  site.write("content/_v1/deep/q.md", "");
  site.link("_v1", "content/cur");
  site.link("_v1/deep/q.md", "content/q.md");
  const Found found = walk({site.path(), {}, ""});
  EXPECT_THAT(found.folders, UnorderedElementsAre("", "content", "content/_v1", "content/_v1/deep",
                                                  "content/cur", "content/cur/deep"));
  EXPECT_THAT(found.links, Contains(Pair("content/q.md", "content/_v1/deep/q.md")));
}

TEST(WalkFolders, StaysInsideTheRoot) {
  const TempFolder site;
  const TempFolder outside;
  outside.write("secret/a.md", "");
  site.link(outside.path("secret"), "out");
  site.link(outside.path("secret/a.md"), "out.md");
  site.link("nowhere", "dangling");
  const Found found = walk({site.path(), {}, ""});
  EXPECT_THAT(found.folders, ElementsAre(""));
  EXPECT_THAT(found.files, IsEmpty());
  EXPECT_THAT(found.links, IsEmpty());
}

TEST(WalkFolders, EndsWhenLinksLeadInACircle) {
  const TempFolder site;
  site.make_folder("a");
  site.make_folder("b");
  site.link("..", "a/up");
  site.link("../b", "a/to_b");
  site.link("../a", "b/to_a");
  site.link("loop", "loop");
  EXPECT_THAT(walk({site.path(), {}, ""}).folders, UnorderedElementsAre("", "a", "a/to_b", "b", "b/to_a"));
  EXPECT_THAT(walk({site.path(), {}, ""}, "a").folders, UnorderedElementsAre("a", "a/to_b"));
}

TEST(WalkFolders, EndsInAVeryDeepTree) {
  const TempFolder site;
  std::string deep = "d";
  for (int depth = 0; depth < 200; ++depth) {
    deep += "/d";
  }
  site.make_folder(deep);
  EXPECT_LE(walk({site.path(), {}, ""}).folders.size(), 200U);
}

TEST(WalkFolders, ReportsAPathThatIsAFileOrMissing) {
  const TempFolder site;
  site.write("a.md", "");
  const FolderFilter filter{site.path(), {}, ""};
  EXPECT_THAT(walk(filter, "a.md").files, ElementsAre("a.md"));
  EXPECT_THAT(walk(filter, "gone").folders, IsEmpty());
  EXPECT_FALSE(walk_folders(filter, "gone", {[](const Folder&) { return true; }, {}, {}}));
}

}  // namespace
}  // namespace loom::watch
