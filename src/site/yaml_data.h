// YAML 1.2 core schema as plain values ("no" is a string), and where each value stands. Aliases are expanded
// within kYamlValueCountMax, merge keys ("<<") are honoured, only the first document counts. Pure.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "site/located_data.h"

namespace loom::site {

/// Nothing, and one error at the place of the mistake, when `text` is no YAML or goes beyond a limit. Plain
/// scalars that are RFC 3339 dates become dates. An empty document is null.
std::optional<LocatedData> parse_yaml(const DataText& input, base::Diagnostics& diagnostics);

}  // namespace loom::site
