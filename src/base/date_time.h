// Civil dates and times as authors write them and as pages and headers show them. Pure; the clock is always
// passed in.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loom::base {

/// Seconds since the epoch, UTC.
using UnixTime = std::chrono::sys_seconds;

/// A date as written: the moment it means, whether a time of day was given, and the offset it was written
/// with.
struct DateTime {
  UnixTime moment{};
  bool has_time = false;
  /// East of UTC. Zero for "Z" and for dates without a zone.
  std::chrono::minutes offset{0};

  friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// RFC 3339 dates and date-times ("2026-11-20", "2026-11-20T09:30:00Z", "2026-11-20 09:30", with fractions
/// and offsets). Dates and times without a zone are in `default_offset`. Nothing when the text is no such
/// date or the date does not exist.
std::optional<DateTime> parse_date_time(std::string_view text, std::chrono::minutes default_offset = {});

/// "2026-11-20T09:30:00Z", or with the written offset ("+02:00").
std::string format_rfc3339(const DateTime& date);
/// "Fri, 20 Nov 2026 09:30:00 +0000" (RFC 5322 §3.3), for RSS.
std::string format_rfc5322(const DateTime& date);
/// "Fri, 20 Nov 2026 09:30:00 GMT" (RFC 9110 §5.6.7): always 29 bytes.
std::string format_http_date(UnixTime moment);

}  // namespace loom::base
