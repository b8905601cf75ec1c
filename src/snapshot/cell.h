// The one place where the two flows meet: the reload thread publishes, loop threads pin.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "snapshot/generation.h"

namespace loom::snapshot {

/// Holds the current generation in an atomic shared_ptr (not lock-free in libstdc++ 12; about 25 ns a load).
/// A loop keeps a pinned copy and loads again only after its wake-up ran.
class SnapshotCell {
 public:
  SnapshotCell() = default;
  SnapshotCell(const SnapshotCell&) = delete;
  SnapshotCell& operator=(const SnapshotCell&) = delete;
  /// Requires: no other thread uses the cell any more.
  ~SnapshotCell() { free_retired(); }

  /// `wake` runs on the publishing thread after each publication; it must be quick and thread-safe (write an
  /// eventfd). Register before the first publication that must be seen.
  void on_publish(std::function<void()> wake);

  /// Any thread. Null before the first publication.
  GenerationPtr load() const { return current_.load(std::memory_order_acquire); }
  /// Reload thread only.
  void publish(GenerationPtr generation);

  /// Loop threads: gives back a generation that is no longer pinned, so that the memory is freed elsewhere.
  /// Takes no lock.
  void retire(GenerationPtr generation);
  /// Reload thread: frees what was retired.
  void free_retired();

 private:
  struct Retired {
    GenerationPtr generation;
    Retired* next = nullptr;
  };

  std::atomic<GenerationPtr> current_;
  std::mutex wakes_mutex_;
  std::vector<std::function<void()>> wakes_;
  /// A list that loops push to and the reload thread takes whole, so that nobody waits and nothing is popped
  /// singly.
  std::atomic<Retired*> retired_{nullptr};
};

}  // namespace loom::snapshot
