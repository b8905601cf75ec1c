// From the path of a request to the key of a resource. Any thread. RFC 3986 §2.1, §5.2.4, §6.2.2.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "http/limits.h"

namespace loom::http {

/// Room for every decoded path; uninitialised until used.
using PathBuffer = std::array<char, kTargetBytesMax>;

enum class PathOutcome : std::uint8_t {
  Ok,
  /// A broken escape or an escaped NUL: 400.
  Malformed,
  /// An escaped slash, which is data and so part of no path of ours: 404.
  NotFound
};

struct DecodedPath {
  PathOutcome outcome = PathOutcome::Ok;
  /// Starts with "/". Views into the path given when there was nothing to decode, else into the buffer.
  std::string_view path;
};

/// Percent-decodes once, then removes dot segments (also escaped ones, as browsers do); empty segments are
/// kept. Requires: `path` starts with "/" and has at most kTargetBytesMax bytes.
DecodedPath decode_path(std::string_view path, PathBuffer& buffer);

}  // namespace loom::http
