// Comma-separated values (RFC 4180) as {headers: [...], records: [[...], ...]}, the shape Zola gives them.
// Pure.
#pragma once

#include <string_view>

#include "base/data.h"

namespace loom::build {

/// Every text is CSV: a quote that is never closed ends with the text.
base::Data parse_csv(std::string_view text);

}  // namespace loom::build
