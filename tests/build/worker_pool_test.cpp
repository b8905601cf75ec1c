#include "build/worker_pool.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace loom::build {
namespace {

TEST(WorkerPool, EachIndexIsVisitedOnce) {
  for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 1000U}) {
    std::vector<std::atomic<int>> visits(count);
    for_each_index(count, [&](std::size_t i) { visits[i].fetch_add(1); });
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(visits[i], 1) << i << " of " << count;
    }
  }
}

TEST(WorkerPool, LittleWorkStaysOnTheCallingThread) {
  const std::thread::id here = std::this_thread::get_id();
  for_each_index(kParallelCountMin - 1, [&](std::size_t) { EXPECT_EQ(std::this_thread::get_id(), here); });
}

TEST(WorkerPool, AllIsDoneWhenItReturns) {
  std::atomic<std::size_t> done{0};
  for_each_index(200, [&](std::size_t) {
    std::this_thread::yield();
    done.fetch_add(1);
  });
  EXPECT_EQ(done, 200U);
}

}  // namespace
}  // namespace loom::build
