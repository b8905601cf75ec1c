#include "build/worker_pool.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace loom::build {
namespace {

/// Indices are handed out in runs, so that the shared counter is not touched for each.
constexpr std::size_t kRunLength = 8;

void run_on_threads(std::size_t count, std::size_t run_length, std::size_t thread_count_max,
                    const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto take_runs = [&] {
    for (std::size_t first = next.fetch_add(run_length); first < count; first = next.fetch_add(run_length)) {
      for (std::size_t i = first; i < std::min(first + run_length, count); ++i) {
        work(i);
      }
    }
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(cores, thread_count_max); ++i) {
    helpers.emplace_back(take_runs);
  }
  take_runs();
}

}  // namespace

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work) {
  run_on_threads(count, kRunLength, count >= kParallelCountMin ? count / kRunLength : 1, work);
}

void for_each_large(std::size_t count, const std::function<void(std::size_t)>& work) {
  run_on_threads(count, 1, count, work);
}

}  // namespace loom::build
