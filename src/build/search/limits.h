// Limits of the search index.
#pragma once

#include <cstddef>

namespace loom::build {

/// Longer words (encoded data, mostly) are not indexed: each character of one is a level of the index.
inline constexpr std::size_t kSearchWordBytesMax = 128;

}  // namespace loom::build
