#include "http/host.h"

#include <gtest/gtest.h>

namespace loom::http {
namespace {

TEST(Host, SplitsNameAndPort) {
  const auto host = parse_host("Example.org:8080");
  ASSERT_TRUE(host);
  EXPECT_EQ(host->name, "Example.org");
  EXPECT_EQ(host->port, "8080");
  EXPECT_FALSE(host->is_address);
  EXPECT_EQ(parse_host("localhost:")->port, "");
  EXPECT_EQ(parse_host("a_b.c-d~")->name, "a_b.c-d~");
  EXPECT_EQ(parse_host("a%C3%A9")->name, "a%C3%A9");
}

TEST(Host, KnowsAddresses) {
  EXPECT_TRUE(parse_host("127.0.0.1")->is_address);
  EXPECT_TRUE(parse_host("192.168.1.255:80")->is_address);
  for (const char* address :
       {"[::1]", "[::]:80", "[fe80::1]", "[1:2:3:4:5:6:7:8]", "[::ffff:192.0.2.1]", "[1::]"}) {
    const auto host = parse_host(address);
    ASSERT_TRUE(host) << address;
    EXPECT_TRUE(host->is_address) << address;
  }
  EXPECT_EQ(parse_host("[::1]:80")->name, "::1");
  EXPECT_EQ(parse_host("[::1]:80")->port, "80");
  for (const char* name : {"127.0.0.1.", "127.0.1", "256.0.0.1", "1.2.3.4.5", "1.2.3.0004", "0x7f.1"}) {
    ASSERT_TRUE(parse_host(name)) << name;
    EXPECT_FALSE(parse_host(name)->is_address) << name;
  }
}

TEST(Host, RefusesMalformedOnes) {
  for (const char* text : {"",
                           ":80",
                           "a b",
                           "a/b",
                           "a:b",
                           "a:80x",
                           "a:65536",
                           "a:-1",
                           "user@a",
                           "a:1:2",
                           "a%zz",
                           "a%4",
                           "[",
                           "[]",
                           "[::1",
                           "[::1]x",
                           "[::1]:x",
                           "[g::]",
                           "[1:2]",
                           "[1:2:3:4:5:6:7:8:9]",
                           "[1::2::3]",
                           "[12345::]",
                           "[1:2:3:4:5:6:7::8]",
                           "[:1]",
                           "[1:]",
                           "[v1.x]",
                           "\xC3\xA9",
                           "a,b c",
                           "a?b",
                           "a#b"}) {
    EXPECT_FALSE(parse_host(text)) << text;
  }
}

TEST(Host, LoopbackNamesEndInLocalhost) {
  EXPECT_TRUE(is_loopback_name("localhost"));
  EXPECT_TRUE(is_loopback_name("LocalHost."));
  EXPECT_TRUE(is_loopback_name("a.b.localhost"));
  EXPECT_FALSE(is_loopback_name("evillocalhost"));
  EXPECT_FALSE(is_loopback_name("localhost.evil"));
  EXPECT_FALSE(is_loopback_name("ocalhost"));
  EXPECT_FALSE(is_loopback_name(""));
}

TEST(Host, OriginIsSchemeHostAndPort) {
  EXPECT_TRUE(is_origin_of("http://localhost:8080", "localhost:8080"));
  EXPECT_TRUE(is_origin_of("HTTP://LOCALHOST:8080", "localhost:8080"));
  EXPECT_TRUE(is_origin_of("http://localhost", "localhost:80"));
  EXPECT_TRUE(is_origin_of("http://localhost:80", "localhost"));
  EXPECT_TRUE(is_origin_of("https://box.example", "box.example"));
  EXPECT_TRUE(is_origin_of("http://[::1]:80", "[::1]"));
  for (const char* origin :
       {"", "null", "localhost:8080", "http://localhost", "http://localhost:8081", "http://",
        "http://localhost:8080/", "http://user@localhost:8080", "http://localhost:8080.evil",
        "ftp://localhost:8080", "http://evil.example:8080", ","}) {
    EXPECT_FALSE(is_origin_of(origin, "localhost:8080")) << origin;
  }
  EXPECT_FALSE(is_origin_of("http://localhost", ""));
}

}  // namespace
}  // namespace loom::http
