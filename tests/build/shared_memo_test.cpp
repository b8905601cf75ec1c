#include "build/shared_memo.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace loom::build {
namespace {

TEST(SharedMemo, AValueIsMadeOnceForAFingerprint) {
  SharedMemo<int> memo;
  int made_count = 0;
  const auto make = [&] { return ++made_count; };
  EXPECT_EQ(*memo.find_or_make("a", 1, make), 1);
  EXPECT_EQ(*memo.find_or_make("a", 1, make), 1);
  EXPECT_EQ(*memo.find_or_make("a", 2, make), 2);
  EXPECT_EQ(*memo.find_or_make("b", 2, make), 3);
}

TEST(SharedMemo, ASweepForgetsWhatNobodyAskedFor) {
  SharedMemo<int> memo;
  int made_count = 0;
  const auto make = [&] { return ++made_count; };
  const auto held = memo.find_or_make("a", 1, make);
  memo.sweep();
  memo.sweep();
  EXPECT_EQ(*held, 1);
  EXPECT_EQ(*memo.find_or_make("a", 1, make), 2);
}

TEST(SharedMemo, ThreadsGetTheSameValue) {
  SharedMemo<int> memo;
  std::atomic<int> next{0};
  std::vector<const int*> seen(8);
  {
    std::vector<std::jthread> threads;
    for (const int*& place : seen) {
      threads.emplace_back([&] { place = memo.find_or_make("a", 1, [&] { return ++next; }).get(); });
    }
  }
  for (const int* value : seen) {
    EXPECT_EQ(value, seen.front());
  }
}

}  // namespace
}  // namespace loom::build
