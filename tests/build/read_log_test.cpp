#include "build/read_log.h"

#include <gtest/gtest.h>
#include <thread>

namespace loom::build {
namespace {

TEST(ReadLog, ReadsAreOrderedAndOnce) {
  EntityTable entities;
  entities.set(7, 70);
  entities.set(3, 30);
  ReadLog log(entities);
  for (const EntityKey key : {7, 3, 7, 9}) {
    ReadLog::note(key);
  }
  EXPECT_EQ(log.take_reads(), (std::vector<EntityRead>{{3, 30}, {7, 70}, {9, 0}}));
  EXPECT_TRUE(log.take_reads().empty());
}

TEST(ReadLog, WithoutALogNothingIsNoted) {
  ReadLog::note(1);
  ReadLog::note_impure();
  const EntityTable entities;
  ReadLog log(entities);
  EXPECT_TRUE(log.take_reads().empty());
  EXPECT_FALSE(log.is_impure());
  ReadLog::note_impure();
  EXPECT_TRUE(log.is_impure());
}

TEST(ReadLog, EachThreadHasItsOwn) {
  const EntityTable entities;
  ReadLog log(entities);
  std::thread([&] {
    ReadLog other(entities);
    ReadLog::note(5);
    EXPECT_EQ(other.take_reads().size(), 1U);
  }).join();
  EXPECT_TRUE(log.take_reads().empty());
}

TEST(ReadLog, KeysTellKindAndNameApart) {
  EXPECT_EQ(entity_key("page", "a.md"), entity_key("page", "a.md"));
  EXPECT_NE(entity_key("page", "a.md"), entity_key("section", "a.md"));
  EXPECT_NE(entity_key("page", "a.md"), entity_key("page", "b.md"));
  EXPECT_NE(entity_key("pagea", ".md"), entity_key("page", "a.md"));
}

TEST(ReadLogDeathTest, TwoOnOneThreadAreAMistake) {
  const EntityTable entities;
  ReadLog log(entities);
  EXPECT_DEATH(ReadLog second(entities), "");
}

}  // namespace
}  // namespace loom::build
