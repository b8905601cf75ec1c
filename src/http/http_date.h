// Dates in request fields. Pure. RFC 9110 §5.6.7.
#pragma once

#include <optional>
#include <string_view>

#include "base/date_time.h"

namespace loom::http {

/// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT" or "Sun Nov  6 08:49:37 1994". Nothing
/// for any other text, a date that does not exist or a wrong day of the week. `now` decides the century of
/// the second form: the latest that is not more than fifty years ahead.
std::optional<base::UnixTime> parse_http_date(std::string_view text, base::UnixTime now);

}  // namespace loom::http
