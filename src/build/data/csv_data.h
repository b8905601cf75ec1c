// Comma-separated values (RFC 4180) as {headers: [...], records: [[...], ...]}, the shape Zola gives them.
// Pure.
#pragma once

#include <optional>

#include "base/data.h"
#include "base/diagnostics.h"
#include "site/located_data.h"

namespace loom::build {

/// The first line is the headers; empty lines are skipped; every field is a string. A quote that is never
/// closed ends with the text. Nothing, and an error at its line, when a record is longer or shorter than the
/// headers.
std::optional<base::Data> parse_csv(const site::DataText& input, base::Diagnostics& diagnostics);

}  // namespace loom::build
