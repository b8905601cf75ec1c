// The one place where the two flows meet: the reload thread publishes, loop threads pin.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "snapshot/generation.h"

namespace loom::snapshot {

/// Holds the current generation in an atomic shared_ptr (not lock-free in libstdc++ 12; about 25 ns a load). A loop keeps
/// a pinned copy and loads again only after its wake-up ran.
class SnapshotCell {
 public:
  /// `wake` runs on the publishing thread after each publication; it must be quick and thread-safe (write an eventfd).
  /// Register before the first publication that must be seen.
  void on_publish(std::function<void()> wake);

  /// Any thread. Null before the first publication.
  GenerationPtr load() const { return current_.load(std::memory_order_acquire); }
  /// Reload thread only.
  void publish(GenerationPtr generation);

  /// Loop thread: gives back a generation it no longer pins, so that the memory is freed elsewhere.
  void retire(GenerationPtr generation);
  /// Reload thread: frees what was retired.
  void free_retired();

 private:
  std::atomic<GenerationPtr> current_;
  std::vector<std::function<void()>> wakes_;
  std::mutex retired_mutex_;
  std::vector<GenerationPtr> retired_;
};

}  // namespace loom::snapshot
