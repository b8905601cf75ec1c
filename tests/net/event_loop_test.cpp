#include "net/event_loop.h"

#include <array>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>

namespace loom::net {
namespace {

using std::chrono::milliseconds;

struct SocketPair {
  SocketPair() {
    std::array<int, 2> fds{};
    LOOM_CHECK(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()) == 0);
    near.reset(fds[0]);
    far.reset(fds[1]);
  }
  void send_from_far() const { LOOM_CHECK(::write(far.get(), "x", 1) == 1); }

  base::UniqueFd near;
  base::UniqueFd far;
};

class FunctionHandler final : public Handler {
 public:
  void on_ready(Readiness readiness) override {
    ++calls;
    last = readiness;
    if (action) {
      action();
    }
  }

  int calls = 0;
  Readiness last;
  std::function<void()> action;
};

class EventLoopTest : public testing::Test {
 protected:
  void turn() { loop->run_once(milliseconds(0)); }

  std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
};

TEST_F(EventLoopTest, ReportsAnEdgeOnce) {
  SocketPair pair;
  FunctionHandler handler;
  ASSERT_TRUE(loop->watch(pair.near.get(), handler));
  turn();
  EXPECT_TRUE(handler.last.writable);
  EXPECT_FALSE(handler.last.readable);
  pair.send_from_far();
  turn();
  EXPECT_TRUE(handler.last.readable);
  const int calls = handler.calls;
  turn();
  EXPECT_EQ(handler.calls, calls);
}

TEST_F(EventLoopTest, ReportsTheEndOfThePeer) {
  SocketPair pair;
  FunctionHandler handler;
  ASSERT_TRUE(loop->watch(pair.near.get(), handler));
  ::shutdown(pair.far.get(), SHUT_WR);
  turn();
  EXPECT_TRUE(handler.last.peer_closed);
  EXPECT_FALSE(handler.last.failed);
}

TEST_F(EventLoopTest, AnEventForARegistrationThatIsGoneMeetsNobody) {
  SocketPair first;
  SocketPair second;
  FunctionHandler first_handler;
  FunctionHandler second_handler;
  std::optional<Token> first_token = loop->watch(first.near.get(), first_handler);
  std::optional<Token> second_token = loop->watch(second.near.get(), second_handler);
  // Both events are in one batch: whichever comes first ends the other, and a newcomer takes its place.
  SocketPair newcomer;
  FunctionHandler newcomer_handler;
  const auto replace = [&](Token token, SocketPair& pair) {
    loop->forget(token, pair.near.get());
    pair.near.reset();
    ASSERT_TRUE(loop->watch(newcomer.near.get(), newcomer_handler));
  };
  first_handler.action = [&] {
    if (second.near) {
      replace(*second_token, second);
    }
  };
  second_handler.action = [&] {
    if (first.near) {
      replace(*first_token, first);
    }
  };
  turn();
  EXPECT_EQ(first_handler.calls + second_handler.calls, 1);
  EXPECT_EQ(newcomer_handler.calls, 0);
  turn();
  EXPECT_EQ(newcomer_handler.calls, 1);
}

TEST_F(EventLoopTest, ReportsAConnectionThatHasEndedOnBothSidesAsReadable) {
  SocketPair pair;
  FunctionHandler handler;
  ASSERT_TRUE(loop->watch(pair.near.get(), handler));
  turn();
  pair.send_from_far();
  ::shutdown(pair.near.get(), SHUT_WR);
  ::shutdown(pair.far.get(), SHUT_WR);
  turn();
  EXPECT_TRUE(handler.last.peer_closed);
  EXPECT_TRUE(handler.last.readable);
  EXPECT_FALSE(handler.last.failed);
}

TEST_F(EventLoopTest, CallsAgainOnceInTheNextTurn) {
  SocketPair pair;
  FunctionHandler handler;
  const std::optional<Token> token = loop->watch(pair.near.get(), handler);
  turn();
  handler.calls = 0;
  loop->call_again(*token);
  loop->call_again(*token);
  loop->run_once(milliseconds::max());
  EXPECT_EQ(handler.calls, 1);
  EXPECT_FALSE(handler.last.readable || handler.last.writable || handler.last.failed);
}

TEST_F(EventLoopTest, DoesNotCallAgainWhatIsGone) {
  SocketPair pair;
  FunctionHandler handler;
  const std::optional<Token> token = loop->watch(pair.near.get(), handler);
  loop->call_again(*token);
  loop->forget(*token, pair.near.get());
  loop->call_again(*token);
  turn();
  EXPECT_EQ(handler.calls, 0);
}

class StoppingTimer final : public Timer {
 public:
  explicit StoppingTimer(EventLoop& loop) : loop_(loop) {}
  void on_timeout() override { loop_.stop(); }

 private:
  EventLoop& loop_;
};

TEST_F(EventLoopTest, RunsUntilATimerStopsIt) {
  TimerList list(milliseconds(20));
  loop->add_timers(list);
  StoppingTimer timer(*loop);
  const TimePoint start = loop->now();
  list.start(timer, start);
  loop->run();
  EXPECT_GE(loop->now() - start, milliseconds(20));
}

class RecordingHook final : public TurnHook {
 public:
  void on_turn_begin() override { text += "<"; }
  void on_turn_end() override { text += ">"; }

  std::string text;
};

TEST_F(EventLoopTest, CallsTheHookAroundTheHandlersOfATurn) {
  SocketPair pair;
  RecordingHook hook;
  FunctionHandler handler;
  handler.action = [&] { hook.text += "h"; };
  loop->set_turn_hook(&hook);
  ASSERT_TRUE(loop->watch(pair.near.get(), handler));
  turn();
  turn();
  EXPECT_EQ(hook.text, "<h><>");
}

TEST_F(EventLoopTest, RefusesADescriptorThatCannotBeWatched) {
  FunctionHandler handler;
  EXPECT_EQ(loop->watch(-1, handler), std::nullopt);
}

}  // namespace
}  // namespace loom::net
