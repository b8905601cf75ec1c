#include "snapshot/snapshot.h"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <string>

namespace loom::snapshot {
namespace {

ResourcePtr make_resource(const std::string& media_type = "text/html") {
  auto resource = std::make_shared<Resource>();
  resource->media_type = media_type;
  return resource;
}

std::shared_ptr<const Snapshot> make_snapshot(std::size_t page_count) {
  SnapshotBuilder builder(nullptr);
  builder.set_not_found(make_resource());
  for (std::size_t i = 0; i < page_count; ++i) {
    builder.set("/page-" + std::to_string(i) + "/", make_resource());
  }
  return builder.build();
}

std::map<std::string, ResourcePtr> content_of(const Snapshot& snapshot) {
  std::map<std::string, ResourcePtr> content;
  snapshot.for_each([&](const std::string& path, const ResourcePtr& resource) {
    EXPECT_TRUE(content.emplace(path, resource).second) << path << " was visited twice";
  });
  return content;
}

TEST(Snapshot, FindsExactlyWhatWasSet) {
  SnapshotBuilder builder(nullptr);
  const ResourcePtr page = make_resource();
  builder.set_not_found(make_resource());
  builder.set("/a/", page);
  const auto snapshot = builder.build();
  ASSERT_NE(snapshot->find("/a/"), nullptr);
  EXPECT_EQ(*snapshot->find("/a/"), page);
  EXPECT_EQ(snapshot->find("/a"), nullptr);
  EXPECT_EQ(snapshot->find(""), nullptr);
  EXPECT_EQ(snapshot->size(), 1U);
  EXPECT_EQ(snapshot->mount_path(), "/");
}

TEST(Snapshot, SuccessorLeavesItsPredecessorUntouched) {
  const auto first = make_snapshot(1000);
  SnapshotBuilder builder(first.get());
  const ResourcePtr changed = make_resource("text/plain");
  builder.set("/page-7/", changed);
  builder.remove("/page-8/");
  builder.set("/new/", changed);
  const auto second = builder.build();

  EXPECT_NE(*first->find("/page-7/"), changed);
  EXPECT_NE(first->find("/page-8/"), nullptr);
  EXPECT_EQ(first->find("/new/"), nullptr);
  EXPECT_EQ(first->size(), 1000U);

  EXPECT_EQ(*second->find("/page-7/"), changed);
  EXPECT_EQ(second->find("/page-8/"), nullptr);
  EXPECT_EQ(*second->find("/new/"), changed);
  EXPECT_EQ(second->size(), 1000U);
}

TEST(Snapshot, UnchangedResourcesAreShared) {
  const auto first = make_snapshot(1000);
  SnapshotBuilder builder(first.get());
  builder.set("/page-7/", make_resource());
  const auto second = builder.build();
  EXPECT_EQ(*first->find("/page-1/"), *second->find("/page-1/"));
  EXPECT_EQ(first->not_found(), second->not_found());
}

TEST(Snapshot, RemovedPathCanComeBack) {
  const auto first = make_snapshot(1000);
  SnapshotBuilder remove(first.get());
  remove.remove("/page-1/");
  remove.remove("/page-1/");
  remove.remove("/never/");
  const auto second = remove.build();
  EXPECT_EQ(second->size(), 999U);

  SnapshotBuilder restore(second.get());
  EXPECT_EQ(restore.find("/page-1/"), nullptr);
  restore.set("/page-1/", make_resource());
  EXPECT_NE(restore.find("/page-1/"), nullptr);
  const auto third = restore.build();
  EXPECT_EQ(third->size(), 1000U);
  EXPECT_NE(third->find("/page-1/"), nullptr);
}

TEST(Snapshot, KeepsMountPathOverSuccessors) {
  SnapshotBuilder builder(nullptr);
  builder.set_not_found(make_resource());
  builder.set_mount_path("/blog/");
  const auto first = builder.build();
  EXPECT_EQ(SnapshotBuilder(first.get()).build()->mount_path(), "/blog/");
}

TEST(Snapshot, RandomEditsGiveTheSameAsAPlainMap) {
  std::mt19937 random(20261120);
  std::map<std::string, ResourcePtr> expected;
  std::shared_ptr<const Snapshot> snapshot = make_snapshot(0);
  for (int generation = 0; generation < 200; ++generation) {
    SnapshotBuilder builder(snapshot.get());
    for (std::size_t edit = random() % 40; edit > 0; --edit) {
      const std::string path = "/" + std::to_string(random() % 300) + "/";
      if (random() % 3 == 0) {
        builder.remove(path);
        expected.erase(path);
      } else {
        expected[path] = make_resource();
        builder.set(path, expected[path]);
      }
    }
    snapshot = builder.build();
    ASSERT_EQ(content_of(*snapshot), expected) << "generation " << generation;
    ASSERT_EQ(snapshot->size(), expected.size());
    for (int i = 0; i < 300; ++i) {
      const std::string path = "/" + std::to_string(i) + "/";
      ASSERT_EQ(snapshot->find(path) != nullptr, expected.contains(path)) << path;
    }
  }
}

TEST(SnapshotDeathTest, NeedsAPageForUnknownPaths) {
  EXPECT_DEATH(SnapshotBuilder(nullptr).build(), "not_found_");
}

TEST(SnapshotDeathTest, MountPathHasSlashesAtBothEnds) {
  EXPECT_DEATH(SnapshotBuilder(nullptr).set_mount_path("/blog"), "ends_with");
}

}  // namespace
}  // namespace loom::snapshot
