#include "snapshot/cell.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace loom::snapshot {
namespace {

GenerationPtr make_generation(std::uint64_t number) {
  auto generation = std::make_shared<Generation>();
  generation->number = number;
  return generation;
}

TEST(SnapshotCell, IsEmptyBeforeTheFirstPublication) {
  EXPECT_EQ(SnapshotCell().load(), nullptr);
}

TEST(SnapshotCell, WakesEachListenerAfterTheNewGenerationIsVisible) {
  SnapshotCell cell;
  std::vector<std::uint64_t> seen;
  cell.on_publish([&] { seen.push_back(cell.load()->number); });
  cell.on_publish([&] { seen.push_back(cell.load()->number + 100); });
  cell.publish(make_generation(1));
  cell.publish(make_generation(2));
  EXPECT_EQ(seen, (std::vector<std::uint64_t>{1, 101, 2, 102}));
}

TEST(SnapshotCell, RetiredGenerationsLiveUntilTheyAreFreed) {
  SnapshotCell cell;
  std::weak_ptr<const Generation> first;
  std::weak_ptr<const Generation> second;
  {
    GenerationPtr pinned = make_generation(1);
    first = pinned;
    cell.retire(std::move(pinned));
    pinned = make_generation(2);
    second = pinned;
    cell.retire(std::move(pinned));
  }
  EXPECT_FALSE(first.expired());
  EXPECT_FALSE(second.expired());
  cell.free_retired();
  EXPECT_TRUE(first.expired());
  EXPECT_TRUE(second.expired());
  cell.free_retired();
}

TEST(SnapshotCell, FreesWhatIsStillRetiredWhenItEnds) {
  std::weak_ptr<const Generation> left;
  {
    SnapshotCell cell;
    GenerationPtr pinned = make_generation(1);
    left = pinned;
    cell.retire(std::move(pinned));
  }
  EXPECT_TRUE(left.expired());
}

TEST(SnapshotCell, GenerationsNeverGoBackForReadersOnOtherThreads) {
  constexpr std::uint64_t kGenerationCount = 2000;
  SnapshotCell cell;
  cell.publish(make_generation(1));
  std::atomic<int> went_back{0};
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      GenerationPtr pinned = cell.load();
      while (pinned->number < kGenerationCount) {
        GenerationPtr newer = cell.load();
        if (newer == pinned) {
          std::this_thread::yield();
          continue;
        }
        went_back += newer->number < pinned->number ? 1 : 0;
        cell.retire(std::exchange(pinned, std::move(newer)));
      }
    });
  }
  for (std::uint64_t number = 2; number <= kGenerationCount; ++number) {
    cell.publish(make_generation(number));
    cell.free_retired();
  }
  for (std::thread& reader : readers) {
    reader.join();
  }
  EXPECT_EQ(went_back, 0);
}

}  // namespace
}  // namespace loom::snapshot
