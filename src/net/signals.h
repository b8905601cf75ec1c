// Signals as events of the loop (signalfd), so that no handler interrupts anything.
#pragma once

#include <csignal>
#include <functional>
#include <initializer_list>
#include <memory>

#include "net/event_loop.h"

namespace loom::net {

/// Blocks `signals` for this thread and all that it starts later. Call before the first thread is started: a
/// signal goes to any thread that does not block it. Child processes inherit the mask over exec.
void block_signals(std::initializer_list<int> signals);

/// A peer that has gone must not end the process: sendfile has no flag against SIGPIPE.
void ignore_broken_pipes();

class SignalWatch final : private Handler {
 public:
  /// Blocks `signals` and calls `callback` with the number of each on the loop thread. `loop` must outlive
  /// it.
  static base::Result<std::unique_ptr<SignalWatch>> create(EventLoop& loop,
                                                           std::initializer_list<int> signals,
                                                           std::function<void(int)> callback);
  /// Leaves the signals blocked.
  ~SignalWatch();

 private:
  SignalWatch(EventLoop& loop, base::UniqueFd fd, std::function<void(int)> callback);
  void on_ready(Readiness readiness) override;

  EventLoop& loop_;
  base::UniqueFd fd_;
  std::function<void(int)> callback_;
  Token token_ = 0;
};

}  // namespace loom::net
