// Where to listen: names and numbers as the command line gives them, and the socket addresses they stand for.
// Any thread; `resolve` may ask the system's resolver and wait: start-up only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <vector>

#include "base/result.h"

namespace loom::net {

struct Endpoint {
  /// A name or an IP literal without brackets.
  std::string host = "127.0.0.1";
  /// 0 asks the kernel for a free one.
  std::uint16_t port = 8080;

  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// "HOST:PORT", "[IPV6]:PORT", ":PORT" (every address), "PORT" (on 127.0.0.1) or "HOST" (port 8080).
base::Result<Endpoint> parse_endpoint(std::string_view text);
/// "127.0.0.1:8080", "[::1]:8080".
std::string format_endpoint(const Endpoint& endpoint);

struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size_bytes = 0;
};

/// At least one address, in the resolver's order. An empty host stands for every IPv4 and IPv6 address.
base::Result<std::vector<SocketAddress>> resolve(const Endpoint& endpoint);
/// The address in numbers. Requires: IPv4 or IPv6.
Endpoint endpoint_of(const SocketAddress& address);
void set_port(SocketAddress& address, std::uint16_t port);

}  // namespace loom::net
