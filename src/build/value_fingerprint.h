// Fingerprints of template values, the same for the same content in any build. Any thread.
#pragma once

#include <cstdint>
#include <optional>

#include "templating/value.h"

namespace loom::build {

/// Of scalars by content, of arrays and maps by their elements, of collections and host objects by their
/// lasting keys. Nothing for what has none, and for what lies too deep.
std::optional<std::uint64_t> fingerprint_of(const templating::Value& value);

}  // namespace loom::build
