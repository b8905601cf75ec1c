// The head of an answer as bytes. Loop thread only. RFC 9112 §4, RFC 9110 §6.6.1, §7.6.1.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/respond.h"

namespace loom::server {

/// What the head says about the connection after this answer.
enum class Persistence : std::uint8_t {
  /// HTTP/1.1's default, unsaid.
  KeepAlive,
  /// For a client of HTTP/1.0 that asked for it.
  KeepAliveSaid,
  Close
};

/// Field lines that all answers of the moment share, each ended by CRLF.
struct CommonFields {
  std::string_view date;
  /// Of preview; empty in production.
  std::string_view generation;
};

/// Appends status line, fields and the empty line.
void append_head(std::string& out, const Response& response, const CommonFields& common,
                 Persistence persistence);

}  // namespace loom::server
