// The limits of running shortcodes. A reached limit is an ordinary diagnostic.
#pragma once

#include <cstddef>

namespace loom::build {

/// What all shortcodes of one text may print together: nested ones can repeat their bodies.
inline constexpr std::size_t kShortcodeOutputBytesMax = std::size_t{32} << 20;

/// Shortcodes that call shortcodes through the `markdown` filter, inside one another.
inline constexpr std::size_t kShortcodeRunDepthMax = 16;

}  // namespace loom::build
