// A whole turn of the loop, from the read to the sent answer, allocates nothing.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>
#include <sys/socket.h>

#include "server/connection_set.h"
#include "support/loopback_client.h"
#include "support/running_server.h"

namespace loom::test {
// As in support/allocation_counter.h, which only one file of a test program may include.
inline thread_local std::size_t allocation_count = 0;
}  // namespace loom::test

namespace loom::server {
namespace {

/// Fewest allocations of one turn that answers `requests`; the turn in which the clock's second changes has
/// some.
std::size_t allocations_of(const std::string& requests, std::size_t answer_count) {
  const std::unique_ptr<net::EventLoop> loop = std::move(*net::EventLoop::create());
  const auto site = support::make_site({{"/", support::make_resource("hello")},
                                        {"/large", support::make_resource(std::string(100'000, 'x'))}});
  const Limits limits;
  Context context(
      {.loop = *loop, .limits = limits, .production = true, .bound_name = {}, .allowed_hosts = {}});
  context.snapshot = site.get();
  ConnectionSet set(context, 5);
  std::array<int, 2> fds{};
  LOOM_CHECK(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()) == 0);
  support::LoopbackClient client{base::UniqueFd(fds[0])};
  set.on_accepted(base::UniqueFd(fds[1]));
  std::size_t fewest = 1000;
  for (int round = 0; round < 5; ++round) {
    client.send(requests);
    const std::size_t before = test::allocation_count;
    loop->run_once(std::chrono::milliseconds(1000));
    fewest = std::min(fewest, test::allocation_count - before);
    for (std::size_t i = 0; i < answer_count; ++i) {
      EXPECT_TRUE(client.read_response());
    }
  }
  return fewest;
}

std::string get(std::string_view path, std::string_view fields = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(fields) + "\r\n";
}

TEST(ConnectionAllocation, AHitOnAWarmConnectionAllocatesNothing) {
  EXPECT_EQ(allocations_of(get("/"), 1), 0U);
  EXPECT_EQ(allocations_of(get("/large"), 1), 0U);
  EXPECT_EQ(allocations_of(get("/", "Accept-Encoding: gzip, br;q=0.5\r\nIf-None-Match: \"x\"\r\n"), 1), 0U);
}

TEST(ConnectionAllocation, NeitherDoSeveralAnsweredAtOnceAndMisses) {
  EXPECT_EQ(allocations_of(get("/") + get("/missing/") + get("/"), 3), 0U);
}

TEST(ConnectionAllocation, TheCountWorks) {
  const std::size_t before = test::allocation_count;
  EXPECT_EQ(std::string(1000, 'x').size(), 1000U);
  EXPECT_GT(test::allocation_count, before);
}

}  // namespace
}  // namespace loom::server
