#include "watch/inotify_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace loom::watch {
namespace {

using support::TempFolder;
using testing::AllOf;
using testing::AnyOf;
using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

// The kernel queues an event before the call that causes it returns, so that nothing here waits.

class InotifyTreeTest : public testing::Test {
 protected:
  InotifyTreeTest()
      : tree_(std::move(InotifyTree::open({site_.path(), {"node_modules"}, "public"}).value())) {}

  void arm() {
    ASSERT_TRUE(tree_.arm());
    tree_.drain();
  }

  std::vector<std::string> drained_paths() {
    std::vector<std::string> paths;
    for (const Change& change : tree_.drain().changes) {
      paths.push_back(change.path);
    }
    return paths;
  }

  TempFolder site_;
  InotifyTree tree_;
};

testing::Matcher<const Change&> is_change(const std::string& path, ChangeKind kind) {
  return AllOf(Field(&Change::path, path), Field(&Change::kind, kind));
}

TEST_F(InotifyTreeTest, HasOneWatchForEachFolder) {
  site_.write("content/a.md", "");
  site_.write("content/b.md", "");
  site_.make_folder("public/a");
  site_.make_folder("node_modules");
  site_.make_folder(".git");
  arm();
  EXPECT_EQ(tree_.watch_count(), 2U);
  EXPECT_TRUE(tree_.arm());
  EXPECT_EQ(tree_.watch_count(), 2U);
}

TEST_F(InotifyTreeTest, TellsWritingFromWritten) {
  arm();
  site_.write("a.md", "text");
  const auto changes = tree_.drain().changes;
  EXPECT_THAT(changes, Contains(is_change("a.md", ChangeKind::Made)));
  EXPECT_THAT(changes, Contains(is_change("a.md", ChangeKind::Writing)));
  EXPECT_THAT(changes.back(), is_change("a.md", ChangeKind::Ready));
}

TEST_F(InotifyTreeTest, GivesBothHalvesOfARenameTheSameCookie) {
  site_.write("a.md", "");
  arm();
  site_.rename("a.md", "b.md");
  const auto changes = tree_.drain().changes;
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_THAT(changes[0], is_change("a.md", ChangeKind::Gone));
  EXPECT_THAT(changes[1], is_change("b.md", ChangeKind::Ready));
  EXPECT_NE(changes[0].cookie, 0U);
  EXPECT_EQ(changes[0].cookie, changes[1].cookie);
}

TEST_F(InotifyTreeTest, WatchesANewFolderWithAllThatIsAlreadyInIt) {
  arm();
  site_.write("a/b/c/x.md", "");
  EXPECT_THAT(drained_paths(), Contains("a"));
  site_.write("a/b/c/y.md", "");
  EXPECT_THAT(drained_paths(), Contains("a/b/c/y.md"));
}

TEST_F(InotifyTreeTest, ReportsARenamedFolderUnderItsNewName) {
  site_.write("in/k/x.md", "");
  arm();
  site_.rename("in", "out");
  EXPECT_THAT(drained_paths(), AllOf(Contains("in"), Contains("out")));
  EXPECT_EQ(tree_.watch_count(), 3U);
  site_.write("out/k/x.md", "two");
  EXPECT_THAT(drained_paths(), AllOf(Contains("out/k/x.md"), Not(Contains("in/k/x.md"))));
}

TEST_F(InotifyTreeTest, HearsNothingFromAFolderThatLeftTheTree) {
  const TempFolder outside;
  site_.write("in/k/x.md", "");
  arm();
  std::filesystem::rename(site_.path("in"), outside.path("in"));
  EXPECT_THAT(drained_paths(), Contains("in"));
  EXPECT_EQ(tree_.watch_count(), 1U);
  outside.write("in/k/x.md", "secret");
  EXPECT_THAT(drained_paths(), IsEmpty());
}

TEST_F(InotifyTreeTest, WatchesAFolderThatIsMovedIn) {
  const TempFolder outside;
  outside.write("in/k/x.md", "");
  arm();
  std::filesystem::rename(outside.path("in"), site_.path("in"));
  EXPECT_THAT(drained_paths(), Contains("in"));
  site_.write("in/k/x.md", "two");
  EXPECT_THAT(drained_paths(), Contains("in/k/x.md"));
}

TEST_F(InotifyTreeTest, KeepsNoWatchOfDeletedFolders) {
  arm();
  for (int round = 0; round < 50; ++round) {
    site_.write("a/b/x.md", "");
    tree_.drain();
    site_.remove("a");
    tree_.drain();
  }
  EXPECT_EQ(tree_.watch_count(), 1U);
}

TEST_F(InotifyTreeTest, ReportsAChangeUnderTheNamesOfLinksToo) {
  site_.write("_v1/q.md", "");
  site_.link("_v1", "cur");
  site_.link("_v1/q.md", "q.md");
  arm();
  site_.write("_v1/q.md", "two");
  EXPECT_THAT(drained_paths(), AllOf(Contains("_v1/q.md"), Contains("cur/q.md"), Contains("q.md")));
}

TEST_F(InotifyTreeTest, ReportsLinksIntoAFolderThatGoesAndComesBack) {
  site_.write("a/k/q.md", "");
  site_.link("a/k/q.md", "q.md");
  arm();
  site_.rename("a", "z");
  EXPECT_THAT(drained_paths(), Contains("q.md"));
  site_.rename("z", "a");
  EXPECT_THAT(drained_paths(), Contains("q.md"));
  site_.rename("a/k", "a/kk");
  EXPECT_THAT(drained_paths(), Contains("q.md"));
}

TEST_F(InotifyTreeTest, FollowsALinkThatIsSwapped) {
  site_.write("_v1/q.md", "");
  site_.write("_v2/q.md", "");
  site_.link("_v1", "cur");
  arm();
  site_.link("_v2", "next");
  site_.rename("next", "cur");
  EXPECT_THAT(drained_paths(), Contains("cur"));
  site_.write("_v2/q.md", "two");
  EXPECT_THAT(drained_paths(), Contains("cur/q.md"));
  site_.write("_v1/q.md", "two");
  EXPECT_THAT(drained_paths(), Not(Contains("cur/q.md")));
}

TEST_F(InotifyTreeTest, NoticesThatTheRootIsDeletedAndMadeAgain) {
  site_.write("content/a.md", "");
  arm();
  site_.remove("");
  EXPECT_TRUE(tree_.drain().root_changed);
  EXPECT_FALSE(tree_.arm());
  EXPECT_EQ(tree_.watch_count(), 0U);
  site_.write("content/a.md", "two");
  EXPECT_TRUE(tree_.drain().root_changed);
  arm();
  site_.write("content/a.md", "three");
  EXPECT_THAT(drained_paths(), Contains("content/a.md"));
}

TEST_F(InotifyTreeTest, NoticesThatTheRootIsSwapped) {
  const TempFolder other;
  other.write("content/b.md", "");
  site_.write("content/a.md", "");
  arm();
  std::filesystem::rename(site_.path(), other.path("old"));
  std::filesystem::rename(other.path("content"), site_.path());
  EXPECT_TRUE(tree_.drain().root_changed);
  arm();
  EXPECT_EQ(tree_.watch_count(), 1U);
  site_.write("b.md", "two");
  EXPECT_THAT(drained_paths(), Contains("b.md"));
  other.write("old/content/a.md", "two");
  EXPECT_THAT(drained_paths(), IsEmpty());
}

TEST_F(InotifyTreeTest, SaysWhenEventsWereLost) {
  arm();
  // Events that are alike and adjacent are merged; two names in turn are not.
  for (int index = 0; index < 20'000; ++index) {
    site_.write(index % 2 == 0 ? "a" : "b", "");
  }
  bool lost = false;
  for (Drained drained = tree_.drain(); !drained.changes.empty() || drained.lost; drained = tree_.drain()) {
    lost = lost || drained.lost;
  }
  EXPECT_TRUE(lost);
}

TEST_F(InotifyTreeTest, IgnoresTheOutputFolderWhenItIsMade) {
  arm();
  site_.make_folder("public");
  site_.write("public/a.html", "");
  EXPECT_THAT(drained_paths(), IsEmpty());
  EXPECT_EQ(tree_.watch_count(), 1U);
}

}  // namespace
}  // namespace loom::watch
