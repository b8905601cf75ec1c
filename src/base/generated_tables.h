// What tools/generators/make_tables.cpp makes of Debian's data when Loom is built. Internal to base.
#pragma once

#include <span>

#include "base/time_names.h"

namespace loom::base {

/// Sorted by locale.
std::span<const TimeNames> generated_time_names();

}  // namespace loom::base
