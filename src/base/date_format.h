// Dates as text by a strftime format, with the conversions of Rust's chrono, in any language and zone. Pure;
// any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/date_time.h"
#include "base/time_names.h"
#include "base/time_zone.h"

namespace loom::base {

struct DateStyle {
  /// Nothing: the offset that the date was written with.
  std::optional<ZoneTime> zone = std::nullopt;
  /// Null: English.
  const TimeNames* names = nullptr;
  /// Of the second.
  std::chrono::nanoseconds fraction{0};
};

/// %Y %C %y %q %m %b %B %h %d %e %a %A %w %u %U %W %G %g %V %j %D %x %F %v, %H %k %I %l %P %p %M %S %f %.f
/// %.3f %3f (3, 6, 9) %R %T %X %r, %Z %z %:z %::z %:::z %#z, %c %+ %s, %t %n %%, and `-`, `_` or `0` behind
/// the % of a number to pad with nothing, blanks or zeros. Nothing when `format` holds anything else behind a
/// %.
std::optional<std::string> format_date(const DateTime& date, std::string_view format,
                                       const DateStyle& style = {});

}  // namespace loom::base
