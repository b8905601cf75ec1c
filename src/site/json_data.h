// JSON (RFC 8259) as plain values. Pure.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "site/located_data.h"

namespace loom::site {

/// Nothing, and one error at the place of the mistake, when `text` is no JSON or nested beyond kDataDepthMax.
/// Of repeated keys the last one counts. Values carry no places.
std::optional<LocatedData> parse_json(const DataText& input, base::Diagnostics& diagnostics);

}  // namespace loom::site
