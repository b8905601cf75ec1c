// The time that timers of the event loop see: monotonic, read once a turn, and with no jumps after a pause.
// Loop thread only.
#pragma once

#include <algorithm>
#include <chrono>

#include "net/limits.h"

namespace loom::net {

using TimePoint = std::chrono::steady_clock::time_point;
using Duration = std::chrono::steady_clock::duration;

class LoopClock {
 public:
  explicit LoopClock(TimePoint real) : real_(real), now_(real) {}

  TimePoint now() const { return now_; }
  /// `real` is the monotonic clock now. Advances by what passed, at most kClockStepMax.
  void advance(TimePoint real) {
    now_ += std::clamp<Duration>(real - real_, Duration::zero(), kClockStepMax);
    real_ = real;
  }

 private:
  TimePoint real_;
  TimePoint now_;
};

}  // namespace loom::net
