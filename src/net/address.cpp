#include "net/address.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <optional>

#include "base/ascii.h"

namespace loom::net {
namespace {

struct HostAndPort {
  std::string_view host;
  std::optional<std::string_view> port;
};

std::optional<HostAndPort> split_bracketed(std::string_view text) {
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(close + 1);
  if (rest.empty()) {
    return HostAndPort{text.substr(1, close - 1), std::nullopt};
  }
  if (rest.front() != ':') {
    return std::nullopt;
  }
  return HostAndPort{text.substr(1, close - 1), rest.substr(1)};
}

std::optional<HostAndPort> split_host_and_port(std::string_view text) {
  if (text.starts_with('[')) {
    return split_bracketed(text);
  }
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) {
    return base::parse_unsigned(text) ? HostAndPort{"127.0.0.1", text} : HostAndPort{text, std::nullopt};
  }
  if (text.find(':') != colon) {
    return HostAndPort{text, std::nullopt};
  }
  return HostAndPort{text.substr(0, colon), text.substr(colon + 1)};
}

struct FreeAddresses {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

SocketAddress copy_address(const addrinfo& info) {
  SocketAddress address;
  address.size_bytes = info.ai_addrlen;
  std::memcpy(&address.storage, info.ai_addr, info.ai_addrlen);
  return address;
}

}  // namespace

base::Result<Endpoint> parse_endpoint(std::string_view text) {
  const std::optional<HostAndPort> parts = split_host_and_port(text);
  if (text.empty() || !parts) {
    return base::Error("\"" + std::string(text) + "\" is no address: write HOST:PORT or [IPV6]:PORT");
  }
  Endpoint endpoint;
  endpoint.host = parts->host;
  if (parts->port) {
    const std::optional<std::uint64_t> port = base::parse_unsigned(*parts->port);
    if (!port || *port > std::numeric_limits<std::uint16_t>::max()) {
      return base::Error("\"" + std::string(*parts->port) + "\" is no port: write a number from 0 to 65535");
    }
    endpoint.port = static_cast<std::uint16_t>(*port);
  }
  return endpoint;
}

std::string format_endpoint(const Endpoint& endpoint) {
  const bool is_ipv6 = endpoint.host.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + endpoint.host + "]" : endpoint.host;
  return host + ":" + std::to_string(endpoint.port);
}

base::Result<std::vector<SocketAddress>> resolve(const Endpoint& endpoint) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const std::string port = std::to_string(endpoint.port);
  const char* host = endpoint.host.empty() ? nullptr : endpoint.host.c_str();
  const int failure = ::getaddrinfo(host, port.c_str(), &hints, &found);
  if (failure != 0) {
    return base::Error("cannot find the address of \"" + endpoint.host + "\": " + ::gai_strerror(failure));
  }
  const std::unique_ptr<addrinfo, FreeAddresses> list(found);
  std::vector<SocketAddress> addresses;
  for (const addrinfo* info = list.get(); info != nullptr; info = info->ai_next) {
    addresses.push_back(copy_address(*info));
  }
  return addresses;
}

Endpoint endpoint_of(const SocketAddress& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.storage.ss_family == AF_INET6) {
    const auto& ipv6 = reinterpret_cast<const sockaddr_in6&>(address.storage);
    ::inet_ntop(AF_INET6, &ipv6.sin6_addr, text.data(), text.size());
    return {text.data(), ntohs(ipv6.sin6_port)};
  }
  LOOM_CHECK(address.storage.ss_family == AF_INET);
  const auto& ipv4 = reinterpret_cast<const sockaddr_in&>(address.storage);
  ::inet_ntop(AF_INET, &ipv4.sin_addr, text.data(), text.size());
  return {text.data(), ntohs(ipv4.sin_port)};
}

void set_port(SocketAddress& address, std::uint16_t port) {
  if (address.storage.ss_family == AF_INET6) {
    reinterpret_cast<sockaddr_in6&>(address.storage).sin6_port = htons(port);
  } else {
    reinterpret_cast<sockaddr_in&>(address.storage).sin_port = htons(port);
  }
}

}  // namespace loom::net
