#include "build/worker_pool.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace loom::build {
namespace {

/// Indices are handed out in runs, so that the shared counter is not touched for each.
constexpr std::size_t kRunLength = 8;

}  // namespace

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto take_runs = [&] {
    for (std::size_t first = next.fetch_add(kRunLength); first < count; first = next.fetch_add(kRunLength)) {
      for (std::size_t i = first; i < std::min(first + kRunLength, count); ++i) {
        work(i);
      }
    }
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  if (count >= kParallelCountMin) {
    for (std::size_t i = 1; i < std::min(cores, count / kRunLength); ++i) {
      helpers.emplace_back(take_runs);
    }
  }
  take_runs();
}

}  // namespace loom::build
