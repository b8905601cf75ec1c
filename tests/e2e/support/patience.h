// How long an end-to-end test waits for what must come. A wait ends when the thing is there, so that the
// deadline only decides how late a failure is told.
#pragma once

#include <chrono>
#include <thread>

namespace loom::e2e {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

inline constexpr std::chrono::seconds kDeadline{kIsSanitized ? 90 : 20};
inline constexpr std::chrono::milliseconds kPause{4};

/// Asks again and again; false when the deadline passes before `predicate` holds.
template <typename Predicate>
bool eventually(Predicate predicate, std::chrono::milliseconds deadline = kDeadline) {
  const auto end = std::chrono::steady_clock::now() + deadline;
  while (!predicate()) {
    if (std::chrono::steady_clock::now() > end) {
      return false;
    }
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

}  // namespace loom::e2e
