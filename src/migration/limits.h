// Every limit of an import. Whoever reaches one gets a message that names the file.
#pragma once

#include <cstddef>

namespace loom::migration {

/// Includes within includes of a template or a page.
inline constexpr std::size_t kIncludeDepthMax = 16;
/// Shortcodes and tags within each other in one text.
inline constexpr std::size_t kTagDepthMax = 32;
/// Texts, outputs and tags that one page may come to, those of loops and includes counted each time.
inline constexpr std::size_t kPageTagCountMax = 20'000;
/// Bytes that the text of one page may grow to by its includes.
inline constexpr std::size_t kConvertedBytesMax = std::size_t{8} << 20;

}  // namespace loom::migration
