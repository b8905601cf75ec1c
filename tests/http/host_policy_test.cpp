#include "http/host_policy.h"

#include <gtest/gtest.h>
#include <vector>

namespace loom::http {
namespace {

TEST(HostPolicy, AddressesAndLoopbackNamesAreAlwaysAllowed) {
  for (const char* host : {"127.0.0.1", "10.0.0.1:80", "[::1]:8080", "localhost", "a.localhost:1"}) {
    EXPECT_TRUE(is_allowed_host(host, {})) << host;
  }
  for (const char* host : {"", "evil.example", "a b", "localhost.evil.example"}) {
    EXPECT_FALSE(is_allowed_host(host, {})) << host;
  }
}

TEST(HostPolicy, BoundNameIsAllowed) {
  const HostPolicy policy{"Studio", {}};
  EXPECT_TRUE(is_allowed_host("studio:8080", policy));
  EXPECT_TRUE(is_allowed_host("studio.", policy));
  EXPECT_FALSE(is_allowed_host("a.studio", policy));
}

TEST(HostPolicy, LeadingDotAllowsSubdomains) {
  const std::vector<std::string> names{"box.lan", ".dev.example"};
  const HostPolicy policy{"", names};
  EXPECT_TRUE(is_allowed_host("box.lan", policy));
  EXPECT_TRUE(is_allowed_host("dev.example", policy));
  EXPECT_TRUE(is_allowed_host("A.B.Dev.Example:80", policy));
  EXPECT_FALSE(is_allowed_host("a.box.lan", policy));
  EXPECT_FALSE(is_allowed_host("evildev.example", policy));
  EXPECT_FALSE(is_allowed_host(".dev.example.evil", policy));
}

}  // namespace
}  // namespace loom::http
