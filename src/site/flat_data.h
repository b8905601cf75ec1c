// "key: value" lines as engines without YAML read them: everything after the first colon is the value. Pure.
#pragma once

#include <optional>

#include "site/located_data.h"

namespace loom::site {

/// A table of texts and booleans, or nothing when some line is no such pair or its value looks like YAML
/// ("[", "{", a quote that does not end). Blank lines and "#" lines are skipped.
std::optional<LocatedData> parse_flat(const DataText& input);

}  // namespace loom::site
