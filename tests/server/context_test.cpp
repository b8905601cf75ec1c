#include "server/context.h"

#include <gtest/gtest.h>

namespace loom::server {
namespace {

TEST(WallClock, WritesTheMomentAsADateField) {
  WallClock clock;
  EXPECT_EQ(clock.field(), "Date: " + base::format_http_date(clock.now()) + "\r\n");
  EXPECT_EQ(clock.field().size(), 37U);
}

TEST(Context, GivesRespondThePolicyOfTheServer) {
  const std::unique_ptr<net::EventLoop> loop = std::move(*net::EventLoop::create());
  const Limits limits;
  const std::vector<std::string> allowed{"name.test"};
  const Context context({.loop = *loop,
                         .limits = limits,
                         .production = false,
                         .bound_name = "bound",
                         .allowed_hosts = allowed});
  const RespondOptions options = context.respond_options(true);
  EXPECT_TRUE(options.preview);
  EXPECT_TRUE(options.body_is_unread);
  EXPECT_EQ(options.bound_name, "bound");
  EXPECT_EQ(options.allowed_hosts.size(), 1U);
  EXPECT_EQ(options.now, context.clock.now());
}

}  // namespace
}  // namespace loom::server
