#include "net/port_holder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "net/listener.h"

namespace loom::net {
namespace {

TEST(PortHolder, FindsTheProcessThatListens) {
  const ListenOutcome outcome = open_listening_socket(resolve({"127.0.0.1", 0})->front());
  ASSERT_EQ(outcome.error_number, 0);
  const std::optional<PortHolder> holder = find_port_holder(outcome.socket.bound.port);
  ASSERT_TRUE(holder);
  EXPECT_EQ(holder->process_id, ::getpid());
  EXPECT_FALSE(holder->name.empty());
}

TEST(PortHolder, FindsNobodyOnAFreePort) {
  std::uint16_t port = 0;
  {
    const ListenOutcome outcome = open_listening_socket(resolve({"127.0.0.1", 0})->front());
    port = outcome.socket.bound.port;
  }
  EXPECT_FALSE(find_port_holder(port));
}

}  // namespace
}  // namespace loom::net
