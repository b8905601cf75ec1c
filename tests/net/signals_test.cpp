#include "net/signals.h"

#include <array>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace loom::net {
namespace {

TEST(SignalWatch, DeliversSignalsAsEvents) {
  const std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
  std::vector<int> received;
  const std::unique_ptr<SignalWatch> watch = std::move(
      *SignalWatch::create(*loop, {SIGUSR1, SIGUSR2}, [&](int number) { received.push_back(number); }));
  ::kill(::getpid(), SIGUSR1);
  loop->run_once(std::chrono::milliseconds(0));
  ::kill(::getpid(), SIGUSR2);
  loop->run_once(std::chrono::milliseconds(0));
  EXPECT_EQ(received, (std::vector<int>{SIGUSR1, SIGUSR2}));
}

TEST(Signals, AWriteToAPeerThatHasGoneDoesNotEndTheProcess) {
  ignore_broken_pipes();
  std::array<int, 2> fds{};
  ASSERT_EQ(::pipe(fds.data()), 0);
  ::close(fds[0]);
  EXPECT_EQ(::write(fds[1], "x", 1), -1);
  ::close(fds[1]);
}

}  // namespace
}  // namespace loom::net
