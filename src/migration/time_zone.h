// Named time zones of the system, for engines that place dates in one. The thread of the command.
#pragma once

#include <string>

#include "base/date_time.h"

namespace loom::migration {

/// The same moment with the offset of the zone ("America/Los_Angeles"); as it is for a zone that is not known
/// or a date without a time of day.
base::DateTime in_time_zone(base::DateTime date, const std::string& zone);

}  // namespace loom::migration
