#include "cli/serve_options.h"

#include <gtest/gtest.h>

namespace loom::cli {
namespace {

TEST(ServeOptions, MoveTheDefaultPortOfAPreviewOnly) {
  ServeCommand command;
  const auto preview = make_server_options(command, {});
  ASSERT_TRUE(preview.has_value());
  EXPECT_EQ(preview->listen.at(0).port, kDefaultPort);
  EXPECT_GT(preview->ports_tried_max, 1);
  command.production = true;
  EXPECT_EQ(make_server_options(command, {})->ports_tried_max, 1);
}

TEST(ServeOptions, TakeTheAddressOfTheConfigurationUnlessTheCommandLineHasOne) {
  site::ServeConfig config;
  config.listen = "127.0.0.1:9000";
  ServeCommand command;
  const auto configured = make_server_options(command, config);
  ASSERT_TRUE(configured.has_value());
  EXPECT_EQ(configured->listen.at(0).port, 9000);
  EXPECT_EQ(configured->ports_tried_max, 1);
  command.listen = "127.0.0.1:9001";
  EXPECT_EQ(make_server_options(command, config)->listen.at(0).port, 9001);
}

TEST(ServeOptions, SayWhereAWrongAddressWasGiven) {
  site::ServeConfig config;
  config.listen = "127.0.0.1:port";
  const auto configured = make_server_options({}, config);
  ASSERT_FALSE(configured.has_value());
  EXPECT_NE(configured.error().message().find("[serve] listen"), std::string::npos);
  ServeCommand command;
  command.listen = "127.0.0.1:port";
  const auto given = make_server_options(command, config);
  ASSERT_FALSE(given.has_value());
  EXPECT_NE(given.error().message().find("--listen"), std::string::npos);
}

TEST(ServeOptions, AllowTheHostsOfBothAndTheConnectionsOfTheConfiguration) {
  site::ServeConfig config;
  config.allow_hosts = {"b.example"};
  config.connections_max = 7;
  ServeCommand command;
  command.allowed_hosts = {"a.example"};
  const auto options = make_server_options(command, config);
  ASSERT_TRUE(options.has_value());
  EXPECT_EQ(options->allowed_hosts, (std::vector<std::string>{"a.example", "b.example"}));
  EXPECT_EQ(options->limits.connections_max, 7u);
}

}  // namespace
}  // namespace loom::cli
