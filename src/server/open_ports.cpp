#include "server/open_ports.h"

#include <cerrno>
#include <limits>
#include <utility>

#include "base/file.h"
#include "net/port_holder.h"

namespace loom::server {
namespace {

struct OpenedAddresses {
  std::vector<net::ListeningSocket> sockets;
  int error_number = 0;
};

/// With port 0, the addresses after the first take the port that the first was given.
OpenedAddresses open_addresses(const std::vector<net::SocketAddress>& addresses, std::uint16_t port) {
  OpenedAddresses opened;
  for (net::SocketAddress address : addresses) {
    net::set_port(address, opened.sockets.empty() ? port : opened.sockets.front().bound.port);
    net::ListenOutcome outcome = net::open_listening_socket(address);
    if (outcome.error_number == 0) {
      opened.sockets.push_back(std::move(outcome.socket));
    } else if (opened.error_number != EADDRINUSE) {
      opened.error_number = outcome.error_number;
    }
  }
  // A port that another program holds on one of the addresses is not ours.
  if (opened.error_number == EADDRINUSE) {
    opened.sockets.clear();
  }
  return opened;
}

base::Error open_error(const net::Endpoint& endpoint, int error_number) {
  const std::string what = "cannot listen on " + net::format_endpoint(endpoint);
  if (error_number != EADDRINUSE) {
    return base::os_error(what, error_number);
  }
  const std::optional<net::PortHolder> holder = net::find_port_holder(endpoint.port);
  if (!holder) {
    return base::Error(what + ": the port is in use by another program");
  }
  return base::Error(what + ": the port is in use by " + holder->name + " (process " +
                     std::to_string(holder->process_id) + ")");
}

}  // namespace

base::Result<std::vector<net::ListeningSocket>> open_ports(const net::Endpoint& endpoint,
                                                           std::uint16_t ports_tried_max) {
  const base::Result<std::vector<net::SocketAddress>> addresses = net::resolve(endpoint);
  if (!addresses) {
    return addresses.error();
  }
  int first_error = 0;
  for (std::uint32_t tried = 0; tried < ports_tried_max; ++tried) {
    const std::uint32_t port = endpoint.port + tried;
    if (port > std::numeric_limits<std::uint16_t>::max()) {
      break;
    }
    OpenedAddresses opened = open_addresses(*addresses, static_cast<std::uint16_t>(port));
    if (!opened.sockets.empty()) {
      return std::move(opened.sockets);
    }
    first_error = first_error == 0 ? opened.error_number : first_error;
    if (opened.error_number != EADDRINUSE) {
      break;
    }
  }
  return open_error(endpoint, first_error);
}

}  // namespace loom::server
