// One request on a connection of its own, and a stream of events.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "e2e/support/patience.h"
#include "support/loopback_client.h"

namespace loom::e2e {

using Answer = support::ReceivedResponse;

/// `path` is sent as written. Status 0 when there was no whole answer. `fields` are whole lines with "\r\n".
inline Answer get(std::uint16_t port, const std::string& path, const std::string& fields = "") {
  support::LoopbackClient client(port);
  client.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
              "\r\nConnection: close\r\n" + fields + "\r\n");
  return client.read_response().value_or(Answer{});
}

/// Reads a stream of events until a line holds `mark`. The server's pings do not keep it waiting for ever.
inline bool hears(support::LoopbackClient& events, std::string_view mark) {
  const auto end = std::chrono::steady_clock::now() + kDeadline;
  while (std::chrono::steady_clock::now() < end) {
    const std::string line = events.read_until("\n");
    if (line.empty()) {
      return false;
    }
    if (line.find(mark) != std::string::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace loom::e2e
