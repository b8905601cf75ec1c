#include "server/open_ports.h"

#include <gtest/gtest.h>

namespace loom::server {
namespace {

TEST(OpenPorts, OpensAFreePort) {
  const auto sockets = open_ports({"127.0.0.1", 0}, 1);
  ASSERT_TRUE(sockets);
  ASSERT_EQ(sockets->size(), 1U);
  EXPECT_NE(sockets->front().bound.port, 0);
}

TEST(OpenPorts, OpensAllAddressesOfANameOnOnePort) {
  const auto sockets = open_ports({"localhost", 0}, 1);
  ASSERT_TRUE(sockets);
  for (const net::ListeningSocket& socket : *sockets) {
    EXPECT_EQ(socket.bound.port, sockets->front().bound.port);
  }
}

TEST(OpenPorts, SaysWhoHoldsATakenPort) {
  const auto holder = open_ports({"127.0.0.1", 0}, 1);
  ASSERT_TRUE(holder);
  const auto second = open_ports(holder->front().bound, 1);
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message().find("is in use by"), std::string::npos) << second.error().message();
}

TEST(OpenPorts, TriesTheNextPortsWhenItMay) {
  const auto holder = open_ports({"127.0.0.1", 0}, 1);
  ASSERT_TRUE(holder);
  const auto second = open_ports(holder->front().bound, 50);
  ASSERT_TRUE(second);
  EXPECT_GT(second->front().bound.port, holder->front().bound.port);
}

TEST(OpenPorts, NamesAnAddressThatIsNotOurs) {
  const auto sockets = open_ports({"192.0.2.1", 0}, 5);
  ASSERT_FALSE(sockets);
  EXPECT_NE(sockets.error().message().find("192.0.2.1"), std::string::npos);
}

}  // namespace
}  // namespace loom::server
