// Time zones by name ("Europe/Berlin"), read from the tz database of the system. Any thread. RFC 8536 (TZif),
// and POSIX.1-2017 §8.3 for the rule behind the last transition.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_time.h"

namespace loom::base {

/// What clocks show at one moment in one zone.
struct ZoneTime {
  /// East of UTC.
  std::chrono::seconds offset{0};
  /// "CEST", "-03"
  std::string abbreviation;
};

/// One period of a year with daylight saving time, as in "CET-1CEST,M3.5.0,M10.5.0/3".
struct ZoneRule {
  struct Day {
    enum class Kind : std::uint8_t { JulianWithoutLeap, Julian, WeekOfMonth };
    Kind kind = Kind::Julian;
    int month = 1;
    int week = 1;
    int day = 0;
    std::chrono::seconds time{7200};
  };
  ZoneTime standard;
  std::optional<ZoneTime> saving;
  Day saving_start;
  Day saving_end;
};

/// Nothing when `text` is no rule.
std::optional<ZoneRule> parse_zone_rule(std::string_view text);

class TimeZone {
 public:
  /// Nothing when the bytes are no TZif file.
  static std::optional<TimeZone> parse(std::string_view bytes);

  ZoneTime at(UnixTime moment) const;

 private:
  friend class TimeZoneParser;
  struct Transition {
    std::int64_t moment = 0;
    std::size_t type = 0;
  };
  std::vector<Transition> transitions_;
  std::vector<ZoneTime> types_;
  std::optional<ZoneRule> rule_;
};

/// Null when the system has no zone of that name. Lives as long as the program: each file is read once.
const TimeZone* find_time_zone(const std::string& name);

}  // namespace loom::base
