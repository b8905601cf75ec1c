// The authority of a request: Host fields and origins. Any thread. RFC 9110 §7.2, RFC 3986 §3.2, RFC 6454 §7.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace loom::http {

struct Host {
  /// Without the brackets of an IPv6 address.
  std::string_view name;
  /// Empty when there is none; at most 65535.
  std::string_view port;
  /// An IPv4 or IPv6 address.
  bool is_address = false;
};

/// "name", "name:port", "name:", "192.0.2.1:80" or "[::1]:80"; views into `text`. Nothing when it is
/// malformed or empty, or has user information.
std::optional<Host> parse_host(std::string_view text);

/// "localhost", anything below it, or with a trailing dot (RFC 6761 §6.3); an address is none.
bool is_loopback_name(std::string_view name);

/// Whether names are the same: case and one trailing dot do not count.
bool is_same_name(std::string_view a, std::string_view b);

/// Whether `origin` ("http://name:port") is that of a page of `host` ("name:port"), also when a proxy in
/// front speaks https. "null" never is.
bool is_origin_of(std::string_view origin, std::string_view host);

}  // namespace loom::http
