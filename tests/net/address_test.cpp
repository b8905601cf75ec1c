#include "net/address.h"

#include <gtest/gtest.h>

namespace loom::net {
namespace {

Endpoint parsed(std::string_view text) {
  const base::Result<Endpoint> endpoint = parse_endpoint(text);
  return endpoint ? *endpoint : Endpoint{"refused: " + endpoint.error().message(), 0};
}

TEST(Address, ReadsHostsAndPorts) {
  EXPECT_EQ(parsed("127.0.0.1:9000"), (Endpoint{"127.0.0.1", 9000}));
  EXPECT_EQ(parsed("localhost:0"), (Endpoint{"localhost", 0}));
  EXPECT_EQ(parsed("[::1]:8081"), (Endpoint{"::1", 8081}));
  EXPECT_EQ(parsed("[::1]"), (Endpoint{"::1", 8080}));
  EXPECT_EQ(parsed("::1"), (Endpoint{"::1", 8080}));
  EXPECT_EQ(parsed(":80"), (Endpoint{"", 80}));
  EXPECT_EQ(parsed("3000"), (Endpoint{"127.0.0.1", 3000}));
  EXPECT_EQ(parsed("example.org"), (Endpoint{"example.org", 8080}));
}

TEST(Address, RefusesWhatIsNoAddress) {
  for (const char* text : {"", "[::1", "[::1]x", "host:", "host:65536", "host:-1", "host:http"}) {
    EXPECT_FALSE(parse_endpoint(text).has_value()) << text;
  }
}

TEST(Address, WritesEndpointsAsTheyAreRead) {
  EXPECT_EQ(format_endpoint({"127.0.0.1", 80}), "127.0.0.1:80");
  EXPECT_EQ(format_endpoint({"::1", 80}), "[::1]:80");
}

TEST(Address, ResolvesLiteralsToThemselves) {
  for (const char* host : {"127.0.0.1", "::1"}) {
    const base::Result<std::vector<SocketAddress>> addresses = resolve({host, 99});
    ASSERT_TRUE(addresses);
    ASSERT_EQ(addresses->size(), 1U);
    EXPECT_EQ(endpoint_of(addresses->front()), (Endpoint{host, 99}));
    SocketAddress moved = addresses->front();
    set_port(moved, 100);
    EXPECT_EQ(endpoint_of(moved), (Endpoint{host, 100}));
  }
}

TEST(Address, NamesTheHostThatCannotBeFound) {
  const base::Result<std::vector<SocketAddress>> addresses = resolve({"999.999.0.1.", 80});
  ASSERT_FALSE(addresses);
  EXPECT_NE(addresses.error().message().find("999.999.0.1."), std::string::npos);
}

}  // namespace
}  // namespace loom::net
