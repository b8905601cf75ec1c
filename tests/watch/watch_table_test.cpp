#include "watch/watch_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loom::watch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pointee;
using testing::UnorderedElementsAre;

TEST(WatchTable, GivesEachFolderAWatchHas) {
  WatchTable table;
  table.add(1, "content");
  table.add(1, "linked");
  EXPECT_THAT(table.find_paths(1), Pointee(UnorderedElementsAre("content", "linked")));
  EXPECT_EQ(table.find_paths(2), nullptr);
}

TEST(WatchTable, NamesTheWatchThatANewOneReplaces) {
  WatchTable table;
  EXPECT_EQ(table.add(1, "content"), std::nullopt);
  EXPECT_EQ(table.add(1, "content"), std::nullopt);
  EXPECT_EQ(table.add(2, "content"), 1);
  EXPECT_EQ(table.find_paths(1), nullptr);
  EXPECT_THAT(table.find_paths(2), Pointee(ElementsAre("content")));
}

TEST(WatchTable, RemovesAFolderWithAllBelowItAndNothingBesideIt) {
  WatchTable table;
  table.add(1, "a");
  table.add(2, "a/b");
  table.add(3, "a/b/c");
  table.add(4, "a-b");
  table.add(5, "ab");
  EXPECT_THAT(table.remove_tree("a"), UnorderedElementsAre(1, 2, 3));
  EXPECT_THAT(table.paths(), ElementsAre("a-b", "ab"));
}

TEST(WatchTable, KeepsAWatchThatAnotherPathStillHas) {
  WatchTable table;
  table.add(1, "a");
  table.add(1, "link");
  EXPECT_THAT(table.remove_tree("link"), IsEmpty());
  EXPECT_THAT(table.remove_tree("a"), ElementsAre(1));
}

TEST(WatchTable, RemovesEverythingBelowTheRoot) {
  WatchTable table;
  table.add(1, "");
  table.add(2, "a");
  EXPECT_THAT(table.remove_tree(""), UnorderedElementsAre(1, 2));
  EXPECT_EQ(table.watch_count(), 0U);
}

TEST(WatchTable, ForgetsAllPathsOfADroppedWatch) {
  WatchTable table;
  table.add(1, "a");
  table.add(1, "link");
  table.remove(1);
  table.remove(7);
  EXPECT_THAT(table.paths(), IsEmpty());
}

}  // namespace
}  // namespace loom::watch
