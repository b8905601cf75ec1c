// Lets another thread call into the loop thread.
#pragma once

#include <functional>
#include <memory>

#include "net/event_loop.h"

namespace loom::net {

class WakeUp final : private Handler {
 public:
  /// `callback` runs on the loop thread, once for any number of calls of `wake` before it. `loop` must
  /// outlive it.
  static base::Result<std::unique_ptr<WakeUp>> create(EventLoop& loop, std::function<void()> callback);
  ~WakeUp();

  /// Any thread, and signal handlers; never waits.
  void wake() const;

 private:
  WakeUp(EventLoop& loop, base::UniqueFd fd, std::function<void()> callback);
  void on_ready(Readiness readiness) override;

  EventLoop& loop_;
  base::UniqueFd fd_;
  std::function<void()> callback_;
  Token token_ = 0;
};

}  // namespace loom::net
