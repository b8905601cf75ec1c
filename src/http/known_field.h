// The request fields that Loom reads. Any thread. RFC 9110.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loom::http {

enum class KnownField : std::uint8_t {
  Host,
  Connection,
  ContentLength,
  TransferEncoding,
  Expect,
  AcceptEncoding,
  IfMatch,
  IfNoneMatch,
  IfModifiedSince,
  IfUnmodifiedSince,
  Range,
  IfRange,
  Origin,
  Referer,
  SecFetchSite,
  UserAgent,
  Upgrade,
  Other
};
/// Other left out.
inline constexpr std::size_t kKnownFieldCount = static_cast<std::size_t>(KnownField::Other);

/// Names are case-insensitive (RFC 9110 §5.1). Other when Loom does not read the field.
KnownField find_known_field(std::string_view name);

}  // namespace loom::http
