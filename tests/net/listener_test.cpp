#include "net/listener.h"

#include <cerrno>
#include <deque>
#include <gtest/gtest.h>
#include <vector>

#include "net/limits.h"
#include "support/loopback_client.h"

namespace loom::net {
namespace {

using std::chrono::milliseconds;
using support::LoopbackClient;

ListeningSocket listen_on_loopback() {
  ListenOutcome outcome = open_listening_socket(resolve({"127.0.0.1", 0})->front());
  LOOM_CHECK(outcome.error_number == 0);
  return std::move(outcome.socket);
}

/// Errors that the next calls of accept report; then the real one.
std::deque<int>& scripted_errors() {
  static std::deque<int> errors;
  return errors;
}
int accept_calls = 0;

int scripted_accept(int fd, sockaddr* address, socklen_t* size, int flags) {
  ++accept_calls;
  if (!scripted_errors().empty()) {
    errno = scripted_errors().front();
    scripted_errors().pop_front();
    return -1;
  }
  return ::accept4(fd, address, size, flags);
}

class ListenerTest : public testing::Test, public AcceptHandler {
 protected:
  ListenerTest() {
    scripted_errors().clear();
    accept_calls = 0;
    loop->add_timers(pauses);
  }

  void on_accepted(base::UniqueFd socket) override { accepted.push_back(std::move(socket)); }
  bool on_descriptors_exhausted() override {
    ++exhausted_count;
    return can_make_room;
  }

  void open() {
    listener = std::move(*Listener::create({*loop, pauses, *this, scripted_accept}, listen_on_loopback()));
  }
  LoopbackClient connect() {
    LoopbackClient client(listener->bound().port);
    client.send("x");
    return client;
  }
  void turn_until(std::size_t count) {
    while (accepted.size() < count) {
      loop->run_once(milliseconds(1000));
    }
  }

  std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
  TimerList pauses{milliseconds(30)};
  std::unique_ptr<Listener> listener;
  std::vector<base::UniqueFd> accepted;
  int exhausted_count = 0;
  bool can_make_room = false;
};

TEST_F(ListenerTest, NamesThePortThatTheKernelChose) {
  open();
  EXPECT_EQ(listener->bound().host, "127.0.0.1");
  EXPECT_NE(listener->bound().port, 0);
}

TEST_F(ListenerTest, AcceptsAllThatWait) {
  open();
  std::vector<LoopbackClient> clients;
  for (int i = 0; i < 10; ++i) {
    clients.push_back(connect());
  }
  turn_until(10);
  EXPECT_EQ(accepted.size(), 10U);
}

TEST_F(ListenerTest, GoesOnAfterAClientThatGaveUp) {
  open();
  scripted_errors() = {ECONNABORTED, EINTR, EPROTO};
  const LoopbackClient client = connect();
  turn_until(1);
  EXPECT_EQ(accepted.size(), 1U);
}

TEST_F(ListenerTest, RestsInsteadOfSpinningWhenNoDescriptorIsLeft) {
  open();
  scripted_errors() = std::deque<int>(5, EMFILE);
  std::vector<LoopbackClient> clients;
  for (int i = 0; i < 5; ++i) {
    clients.push_back(connect());
  }
  const TimePoint start = loop->now();
  // Each rest asks twice: once in earnest, once to turn a client away; the third turns one away.
  turn_until(4);
  EXPECT_GE(loop->now() - start, milliseconds(60));
  EXPECT_LE(accept_calls, 20);
  EXPECT_EQ(exhausted_count, 3);
}

TEST_F(ListenerTest, GoesOnAtOnceWhenRoomWasMade) {
  open();
  can_make_room = true;
  scripted_errors() = {EMFILE};
  const LoopbackClient client = connect();
  const TimePoint start = loop->now();
  turn_until(1);
  EXPECT_EQ(exhausted_count, 1);
  EXPECT_EQ(pauses.oldest(), nullptr);
  EXPECT_GE(loop->now(), start);
}

TEST_F(ListenerTest, TurnsAClientAwayInsteadOfLeavingItInSilence) {
  open();
  scripted_errors() = {EMFILE};
  LoopbackClient client = connect();
  while (exhausted_count == 0) {
    loop->run_once(milliseconds(1000));
  }
  EXPECT_TRUE(client.ends());
  EXPECT_TRUE(accepted.empty());
}

TEST(ListeningSocket, ReportsATakenPort) {
  const ListeningSocket holder = listen_on_loopback();
  const ListenOutcome second = open_listening_socket(resolve(holder.bound)->front());
  EXPECT_EQ(second.error_number, EADDRINUSE);
}

}  // namespace
}  // namespace loom::net
