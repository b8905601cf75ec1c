// Conditional requests: whether the client's copy is good, or its assumption wrong. Any thread. RFC 9110 §13.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date_time.h"
#include "http/request.h"

namespace loom::http {

/// Of the representation that would be sent.
struct Validators {
  /// Strong, with its quotes.
  std::string_view etag;
  std::optional<base::UnixTime> last_modified;
};

enum class Precondition : std::uint8_t {
  Holds,
  /// 304.
  NotModified,
  /// 412.
  Failed
};

/// In the order of RFC 9110 §13.2.2, steps 1 to 4. For GET and HEAD. `now` is for two-digit years.
Precondition evaluate_preconditions(const Request& request, const Validators& validators, base::UnixTime now);

/// Step 5: whether a Range field counts. True without If-Range; with it, when its entity tag is the strong
/// one of `validators` or its date is exactly theirs.
bool is_range_valid(const Request& request, const Validators& validators, base::UnixTime now);

}  // namespace loom::http
