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

TEST(ReadLog, AnInnerOneTakesTheReadsWhileItLives) {
  const EntityTable entities;
  ReadLog log(entities);
  ReadLog::note(1);
  {
    ReadLog inner(entities);
    ReadLog::note(2);
    EXPECT_EQ(inner.take_reads(), (std::vector<EntityRead>{{2, 0}}));
  }
  ReadLog::note(3);
  EXPECT_EQ(log.take_reads(), (std::vector<EntityRead>{{1, 0}, {3, 0}}));
}

TEST(ReadLog, ResultsKeepTheFingerprintTheyHad) {
  EntityTable entities;
  entities.set(5, 50);
  ReadLog log(entities);
  ReadLog::note_result({7, 1});
  ReadLog::note(5);
  ReadLog::note_result({7, 1});
  EXPECT_EQ(log.take_reads(), (std::vector<EntityRead>{{5, 50}, {7, 1}}));
}

TEST(ReadLog, PagesAreNotedOnceAndManyAreOneRead) {
  EntityTable entities;
  entities.set(all_metadata_key(), 9);
  ReadLog log(entities);
  for (const std::size_t index : {3, 1, 3}) {
    ReadLog::note_page(100 + index, index);
  }
  EXPECT_EQ(log.take_reads(), (std::vector<EntityRead>{{101, 0}, {103, 0}}));
  for (std::size_t index = 0; index < kPageReadsMax; ++index) {
    ReadLog::note_page(100 + index, index);
  }
  EXPECT_EQ(log.take_reads().size(), kPageReadsMax);
  for (std::size_t index = 0; index <= kPageReadsMax; ++index) {
    ReadLog::note_page(100 + index, index);
  }
  EXPECT_EQ(log.take_reads(), (std::vector<EntityRead>{{all_metadata_key(), 9}}));
}

}  // namespace
}  // namespace loom::build
