#include "cli/serve_options.h"

#include <algorithm>

#include "net/address.h"

namespace loom::cli {
namespace {

/// How far the default port of the preview may move.
constexpr std::uint16_t kPortsTriedMax = 100;

}  // namespace

base::Result<server::ServerOptions> make_server_options(const ServeCommand& command,
                                                        const site::ServeConfig& config) {
  server::ServerOptions options;
  options.production = command.production;
  options.allowed_hosts = command.allowed_hosts;
  options.allowed_hosts.insert(options.allowed_hosts.end(), config.allow_hosts.begin(),
                               config.allow_hosts.end());
  if (config.connections_max) {
    options.limits.connections_max = std::max<std::size_t>(1, *config.connections_max);
  }
  const std::string listen = command.listen.value_or(config.listen);
  if (command.listen || !listen.empty()) {
    auto endpoint = net::parse_endpoint(listen);
    if (!endpoint) {
      return endpoint.error().with_context(command.listen ? "--listen" : "[serve] listen");
    }
    options.listen = {*endpoint};
  } else if (!command.production) {
    options.ports_tried_max = kPortsTriedMax;
  }
  return options;
}

}  // namespace loom::cli
