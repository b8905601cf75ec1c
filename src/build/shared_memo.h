// A Memo that any thread may use: values are made outside of the lock, so that two threads may make the same
// one at the same time; the first to finish wins.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "build/memo.h"

namespace loom::build {

template <typename Value>
class SharedMemo {
 public:
  using Pointer = std::shared_ptr<const Value>;

  /// The value of `key` that belongs to this fingerprint; `make()` gives it when there is none.
  template <typename Make>
  Pointer find_or_make(const std::string& key, std::uint64_t fingerprint, const Make& make) {
    if (Pointer found = find(key, fingerprint)) {
      return found;
    }
    auto made = std::make_shared<const Value>(make());
    const std::lock_guard lock(mutex_);
    const Pointer* other = memo_.find(key, fingerprint);
    return other != nullptr ? *other : memo_.put(key, fingerprint, std::move(made));
  }

  /// Forgets what was not asked for since the last sweep. Values that are held elsewhere live on.
  void sweep() {
    const std::lock_guard lock(mutex_);
    memo_.sweep();
  }

 private:
  Pointer find(const std::string& key, std::uint64_t fingerprint) {
    const std::lock_guard lock(mutex_);
    const Pointer* found = memo_.find(key, fingerprint);
    return found == nullptr ? nullptr : *found;
  }

  std::mutex mutex_;
  Memo<Pointer> memo_;
};

}  // namespace loom::build
