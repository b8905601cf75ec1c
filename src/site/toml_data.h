// TOML 1.0 text as plain values, and where each value stands. Pure.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "site/located_data.h"

namespace loom::site {

/// Nothing, and one error at the place of the mistake, when `text` is no TOML. Local dates and times are UTC
/// minus `default_offset`; a time without a date stays a string.
std::optional<LocatedData> parse_toml(const DataText& input, base::Diagnostics& diagnostics);

}  // namespace loom::site
