// Which hosts a preview answers, so that a page elsewhere cannot reach it by a name of its own (DNS
// rebinding). Any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace loom::http {

struct HostPolicy {
  /// Empty when the server listens on no name.
  std::string_view bound_name;
  /// A name with a leading dot allows itself and its subdomains.
  std::span<const std::string> allowed_names;
};

/// Whether `host` ("name:port") is an address literal, a loopback name, the bound name or an allowed one.
/// False when it is malformed.
bool is_allowed_host(std::string_view host, const HostPolicy& policy);

}  // namespace loom::http
