// Deadlines in constant time: one list per timeout class. All timers of a class run equally long, so the list
// is in order of expiry without sorting. Loop thread only.
#pragma once

#include <optional>

#include "net/loop_clock.h"

namespace loom::net {

/// Something that may run out of time. It is in at most one list, and leaves it when destroyed.
class Timer {
 public:
  Timer() = default;
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  bool is_running() const { return next_ != this; }
  /// When it was started last.
  TimePoint started() const { return started_; }
  void cancel();

  /// The timer has left its list; it may be started again.
  virtual void on_timeout() = 0;

 protected:
  ~Timer() { cancel(); }

 private:
  friend class TimerList;

  Timer* previous_ = this;
  Timer* next_ = this;
  TimePoint started_{};
};

class TimerList {
 public:
  /// Requires: duration is positive.
  explicit TimerList(Duration duration);
  TimerList(const TimerList&) = delete;
  TimerList& operator=(const TimerList&) = delete;

  Duration duration() const { return duration_; }
  /// Starts `timer`, or starts it anew; it leaves the list that it was in.
  void start(Timer& timer, TimePoint now);
  /// Null when nothing runs.
  Timer* oldest() const;
  std::optional<TimePoint> next_deadline() const;
  /// Calls on_timeout of each timer that has run out.
  void fire_expired(TimePoint now);

 private:
  /// Ends of the circular list.
  class Head final : public Timer {
   public:
    void on_timeout() override {}
  };

  Duration duration_;
  Head head_;
};

}  // namespace loom::net
