#include "snapshot/cell.h"

#include <utility>

#include "base/check.h"

namespace loom::snapshot {

void SnapshotCell::on_publish(std::function<void()> wake) {
  const std::lock_guard lock(wakes_mutex_);
  wakes_.push_back(std::move(wake));
}

void SnapshotCell::publish(GenerationPtr generation) {
  LOOM_CHECK(generation != nullptr);
  current_.store(std::move(generation), std::memory_order_release);
  const std::lock_guard lock(wakes_mutex_);
  for (const auto& wake : wakes_) {
    wake();
  }
}

void SnapshotCell::retire(GenerationPtr generation) {
  auto* node = new Retired{std::move(generation)};
  node->next = retired_.load(std::memory_order_relaxed);
  while (!retired_.compare_exchange_weak(node->next, node, std::memory_order_release,
                                         std::memory_order_relaxed)) {
  }
}

void SnapshotCell::free_retired() {
  std::unique_ptr<Retired> node(retired_.exchange(nullptr, std::memory_order_acquire));
  while (node != nullptr) {
    node.reset(node->next);
  }
}

}  // namespace loom::snapshot
