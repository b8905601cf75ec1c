// One request on a connection of its own.
#pragma once

#include <cstdint>
#include <string>

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

}  // namespace loom::e2e
