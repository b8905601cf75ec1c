// One thread's readiness loop over edge-triggered epoll. Only wake-ups (net/wake_up.h) may be touched by
// other threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "base/unique_fd.h"
#include "net/loop_clock.h"
#include "net/timer.h"

namespace loom::net {

/// What an event said. All false: the handler asked to be called again.
struct Readiness {
  bool readable = false;
  bool writable = false;
  /// The peer will send nothing more; what it sent before may still be unread.
  bool peer_closed = false;
  /// The connection is broken: nothing can be read or sent any more.
  bool failed = false;
};

class Handler {
 public:
  virtual void on_ready(Readiness readiness) = 0;

 protected:
  ~Handler() = default;
};

/// Called once at each end of a turn: after the wait and before any handler, and after the last.
class TurnHook {
 public:
  virtual void on_turn_begin() = 0;
  virtual void on_turn_end() = 0;

 protected:
  ~TurnHook() = default;
};

/// Names a registration by index and generation: an event for one that is gone meets nobody.
using Token = std::uint64_t;

class EventLoop {
 public:
  static base::Result<std::unique_ptr<EventLoop>> create();

  /// Registers `fd` once for reading, writing and hang-up, edge-triggered. `handler` must live until
  /// `forget`. Nothing when the kernel refuses.
  std::optional<Token> watch(int fd, Handler& handler);
  /// Call before `fd` is closed. Events of this turn that are still to come are dropped.
  void forget(Token token, int fd);
  /// Calls the handler again in the next turn, which does not wait. Several calls count as one; a stale token
  /// as none.
  void call_again(Token token);

  /// `timers` must live as long as the loop.
  void add_timers(TimerList& timers) { timer_lists_.push_back(&timers); }
  /// May be null. `hook` must live as long as the loop runs.
  void set_turn_hook(TurnHook* hook) { hook_ = hook; }

  /// Monotonic, the same during a whole turn.
  TimePoint now() const { return clock_.now(); }

  /// Turns until `stop`, which must be called on the loop thread; from other threads through a WakeUp.
  void run();
  void stop() { stopped_ = true; }
  /// One turn that waits at most `wait_max`.
  void run_once(std::chrono::milliseconds wait_max);

 private:
  struct Slot {
    Handler* handler = nullptr;
    std::uint32_t generation = 0;
    bool is_called_again = false;
  };

  explicit EventLoop(base::UniqueFd epoll);

  Slot* find_slot(Token token);
  int wait_milliseconds(std::chrono::milliseconds wait_max) const;
  void dispatch_again();
  void fire_timers();

  base::UniqueFd epoll_;
  LoopClock clock_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_slots_;
  std::vector<Token> again_;
  std::vector<Token> again_now_;
  std::vector<TimerList*> timer_lists_;
  TurnHook* hook_ = nullptr;
  bool stopped_ = false;
};

}  // namespace loom::net
