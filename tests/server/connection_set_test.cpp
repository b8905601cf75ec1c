#include "server/connection_set.h"

#include <array>
#include <deque>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include "support/loopback_client.h"
#include "support/running_server.h"

namespace loom::server {
namespace {

using support::LoopbackClient;

constexpr const char* kGet = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

class ConnectionSetTest : public testing::Test {
 protected:
  ConnectionSetTest() { context.snapshot = site.get(); }

  /// Makes the answer to come before the connection is accepted, so that everything happens in this call.
  LoopbackClient& accept(std::string_view request) {
    std::array<int, 2> fds{};
    LOOM_CHECK(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()) == 0);
    clients.emplace_back(base::UniqueFd(fds[0]));
    clients.back().send(request);
    set.on_accepted(base::UniqueFd(fds[1]));
    return clients.back();
  }

  std::unique_ptr<net::EventLoop> loop = std::move(*net::EventLoop::create());
  std::shared_ptr<const snapshot::Snapshot> site =
      support::make_site({{"/", support::make_resource("hello")}});
  Limits limits;
  Context context{
      {.loop = *loop, .limits = limits, .production = true, .bound_name = {}, .allowed_hosts = {}}};
  ConnectionSet set{context, 5};
  std::deque<LoopbackClient> clients;
};

TEST_F(ConnectionSetTest, AnswersWhatHasComeWithTheConnection) {
  EXPECT_EQ(accept(kGet).read_response()->body, "hello");
  EXPECT_EQ(set.size(), 1U);
}

TEST_F(ConnectionSetTest, ClosesTheOldestIdleConnectionForANewOne) {
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(accept(kGet).read_response()->status, 200);
  }
  EXPECT_EQ(set.size(), 5U);
  EXPECT_TRUE(clients[0].ends());
}

TEST_F(ConnectionSetTest, TurnsANewConnectionAwayWhenNoneIsIdle) {
  for (int i = 0; i < 5; ++i) {
    accept("GET / HTTP/1.1\r\nHost: local");
  }
  LoopbackClient& sixth = accept(kGet);
  EXPECT_EQ(sixth.read_response()->status, 503);
  EXPECT_TRUE(sixth.ends());
  EXPECT_EQ(set.size(), 5U);
}

TEST_F(ConnectionSetTest, MakesRoomForDescriptorsOnlyFromIdleConnections) {
  accept("GET / HTTP/1.1\r\nHost: local");
  EXPECT_FALSE(set.on_descriptors_exhausted());
  accept(kGet);
  EXPECT_TRUE(set.on_descriptors_exhausted());
  EXPECT_EQ(set.size(), 1U);
}

TEST_F(ConnectionSetTest, EndsIdleConnectionsSoonerWhileItIsBusy) {
  limits.idle_when_busy = std::chrono::milliseconds(0);
  for (int i = 0; i < 5; ++i) {
    accept(kGet);
  }
  set.on_turn_end();
  EXPECT_EQ(set.size(), 4U);
}

TEST_F(ConnectionSetTest, DrainsToNothingWhenNoRequestIsUnderWay) {
  LoopbackClient& idle = accept(kGet);
  LoopbackClient& silent = accept("");
  LoopbackClient& begun = accept("GET / HTTP/1.1\r\n");
  EXPECT_EQ(idle.read_response()->status, 200);
  // Came after the connection was last looked at.
  silent.send(kGet);
  context.is_draining = true;
  set.drain_all();
  EXPECT_EQ(set.size(), 1U);
  EXPECT_TRUE(idle.ends());
  EXPECT_EQ(silent.read_response()->field("connection"), "close");
  begun.send("Host: localhost\r\n\r\n");
  loop->run_once(std::chrono::milliseconds(1000));
  EXPECT_EQ(begun.read_response()->field("connection"), "close");
  EXPECT_EQ(set.size(), 0U);
}

}  // namespace
}  // namespace loom::server
