// The limits that keep the parser's slow inputs out; text beyond one is an error at its line. Each says what
// it bounds: the parser's time or memory grows faster than the text in just these dimensions.
#pragma once

#include <cstddef>
#include <cstdint>

namespace loom::markdown {

/// The parser needs up to about 170 bytes of memory per byte of text.
inline constexpr std::size_t kTextBytesMax = std::size_t{32} * 1024 * 1024;

/// Block quotes and lists inside one another. Each line is matched against every open container.
inline constexpr std::size_t kNestingMax = 100;

/// A short row is filled up to the width of its table.
inline constexpr std::size_t kTableColumnsMax = 200;

/// Cells of one table, filled-up ones included.
inline constexpr std::uint64_t kTableCellsMax = 1'000'000;

/// Sum over the closing brackets of a paragraph of the brackets still open before each: what the parser looks
/// through.
inline constexpr std::uint64_t kBracketStepsMax = 20'000'000;

/// Line ranges in the info string of one code block; later ones are ignored. Each line of the block is
/// compared with all.
inline constexpr std::size_t kFenceRangesMax = 1000;

/// Longer lines are not shown in messages: each broken link of such a line would hold a copy of it.
inline constexpr std::size_t kSourceLineBytesMax = std::size_t{4} * 1024;

/// Bodies of shortcodes inside one another.
inline constexpr std::size_t kShortcodeDepthMax = 32;

/// Calls of shortcodes in one text, those in bodies included.
inline constexpr std::size_t kShortcodeCallsMax = 10'000;

/// Arrays inside one another in an argument of a shortcode.
inline constexpr std::size_t kShortcodeArrayDepthMax = 16;

/// Mistakes of shortcodes that are reported for one text before its parser gives up.
inline constexpr std::size_t kShortcodeProblemsMax = 20;

/// Calls that are not finished and may be pointed out to the author of one text.
inline constexpr std::size_t kUnfinishedShortcodesMax = 1000;

}  // namespace loom::markdown
