#include "http/host.h"

#include <array>
#include <cstddef>

#include "base/ascii.h"
#include "http/characters.h"

namespace loom::http {

namespace {

constexpr std::uint64_t kPortMax = 65535;

struct Scheme {
  std::string_view prefix;
  std::string_view default_port;
};
constexpr std::array<Scheme, 2> kSchemes{{{"http://", "80"}, {"https://", "443"}}};

bool is_port(std::string_view text) {
  const auto port = base::parse_unsigned(text);
  return text.empty() || (port && *port <= kPortMax);
}

bool is_registered_name(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!is_host_character(name[i])) {
      return false;
    }
    if (name[i] == '%' &&
        (i + 2 >= name.size() || hex_value(name[i + 1]) < 0 || hex_value(name[i + 2]) < 0)) {
      return false;
    }
  }
  return !name.empty();
}

/// Four decimal octets. A name that only looks like numbers is no address, and no harm: it is refused like
/// any other.
bool is_ipv4_address(std::string_view text) {
  int octet_count = 0;
  while (true) {
    const std::size_t dot = text.find('.');
    const std::string_view octet = text.substr(0, dot);
    const auto value = base::parse_unsigned(octet);
    if (octet.size() > 3 || !value || *value > 255) {
      return false;
    }
    ++octet_count;
    if (dot == std::string_view::npos) {
      return octet_count == 4;
    }
    text.remove_prefix(dot + 1);
  }
}

/// Groups of up to four hexadecimal digits between `text`'s colons, at most `group_count_max`; the last may
/// be an IPv4 address, which counts as two. -1 when malformed.
int count_ipv6_groups(std::string_view text) {
  int count = 0;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const std::string_view group = text.substr(0, colon);
    if (colon == std::string_view::npos && is_ipv4_address(group)) {
      return count + 2;
    }
    if (group.empty() || group.size() > 4) {
      return -1;
    }
    for (const char c : group) {
      if (hex_value(c) < 0) {
        return -1;
      }
    }
    ++count;
    if (colon == std::string_view::npos) {
      return count;
    }
    text.remove_prefix(colon + 1);
    if (text.empty()) {
      return -1;
    }
  }
  return count;
}

bool is_ipv6_address(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) {
    return count_ipv6_groups(text) == 8;
  }
  const int before = count_ipv6_groups(text.substr(0, gap));
  const int after = count_ipv6_groups(text.substr(gap + 2));
  return before >= 0 && after >= 0 && before + after < 8;
}

std::optional<Host> parse_bracketed_host(std::string_view text) {
  const std::size_t end = text.find(']');
  if (end == std::string_view::npos || !is_ipv6_address(text.substr(1, end - 1))) {
    return std::nullopt;
  }
  std::string_view rest = text.substr(end + 1);
  if (!rest.empty() && rest.front() != ':') {
    return std::nullopt;
  }
  rest.remove_prefix(rest.empty() ? 0 : 1);
  return is_port(rest) ? std::optional(Host{text.substr(1, end - 1), rest, true}) : std::nullopt;
}

std::string_view without_trailing_dot(std::string_view name) {
  return name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
}

bool is_same_place(const Host& a, const Host& b, std::string_view default_port) {
  const auto port_of = [&](const Host& host) { return host.port.empty() ? default_port : host.port; };
  return is_same_name(a.name, b.name) && port_of(a) == port_of(b);
}

}  // namespace

std::optional<Host> parse_host(std::string_view text) {
  if (text.starts_with('[')) {
    return parse_bracketed_host(text);
  }
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? "" : text.substr(colon + 1);
  if (!is_registered_name(name) || !is_port(port)) {
    return std::nullopt;
  }
  return Host{name, port, is_ipv4_address(name)};
}

bool is_same_name(std::string_view a, std::string_view b) {
  return base::equals_ignore_case(without_trailing_dot(a), without_trailing_dot(b));
}

bool is_loopback_name(std::string_view name) {
  constexpr std::string_view kLocalhost = "localhost";
  name = without_trailing_dot(name);
  if (name.size() < kLocalhost.size() ||
      !is_same_name(name.substr(name.size() - kLocalhost.size()), kLocalhost)) {
    return false;
  }
  return name.size() == kLocalhost.size() || name[name.size() - kLocalhost.size() - 1] == '.';
}

bool is_origin_of(std::string_view origin, std::string_view host) {
  for (const Scheme& scheme : kSchemes) {
    if (equals_lower(origin.substr(0, scheme.prefix.size()), scheme.prefix)) {
      const auto page = parse_host(origin.substr(scheme.prefix.size()));
      const auto own = parse_host(host);
      return page && own && is_same_place(*page, *own, scheme.default_port);
    }
  }
  return false;
}

}  // namespace loom::http
