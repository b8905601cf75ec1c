// Which process listens on a port, for the message "address in use". Reads /proc; start-up only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace loom::net {

struct PortHolder {
  int process_id = 0;
  /// As in /proc/PID/comm.
  std::string name;
};

/// Nothing when nobody listens there, or when the holder belongs to another user and its descriptors cannot
/// be seen.
std::optional<PortHolder> find_port_holder(std::uint16_t port);

}  // namespace loom::net
