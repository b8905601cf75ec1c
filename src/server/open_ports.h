// Opens the ports that a server was told to listen on. Start-up only.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "net/listener.h"

namespace loom::server {

/// The sockets of one endpoint: a name may have several addresses, of which one must open. While the port is
/// taken, the next one is tried, `ports_tried_max` in all. The error names the address and, when it can be
/// seen, who holds the port.
base::Result<std::vector<net::ListeningSocket>> open_ports(const net::Endpoint& endpoint,
                                                           std::uint16_t ports_tried_max);

}  // namespace loom::server
