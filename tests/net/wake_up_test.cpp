#include "net/wake_up.h"

#include <gtest/gtest.h>
#include <thread>

namespace loom::net {
namespace {

TEST(WakeUp, AnotherThreadWakesTheLoop) {
  const std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
  int calls = 0;
  const std::unique_ptr<WakeUp> wake_up = std::move(*WakeUp::create(*loop, [&] {
    ++calls;
    loop->stop();
  }));
  std::thread other([&] { wake_up->wake(); });
  loop->run();
  other.join();
  EXPECT_EQ(calls, 1);
}

TEST(WakeUp, SeveralCallsBeforeATurnCountAsOne) {
  const std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
  int calls = 0;
  const std::unique_ptr<WakeUp> wake_up = std::move(*WakeUp::create(*loop, [&] { ++calls; }));
  for (int i = 0; i < 100; ++i) {
    wake_up->wake();
  }
  loop->run_once(std::chrono::milliseconds(0));
  loop->run_once(std::chrono::milliseconds(0));
  EXPECT_EQ(calls, 1);
  wake_up->wake();
  loop->run_once(std::chrono::milliseconds(0));
  EXPECT_EQ(calls, 2);
}

}  // namespace
}  // namespace loom::net
