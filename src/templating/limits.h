// Every limit of the template engine. A reached limit is an ordinary diagnostic.
#pragma once

#include <cstddef>
#include <cstdint>

namespace loom::templating {

/// Includes and macro calls that may stand inside one another while rendering.
inline constexpr std::size_t kCallDepthMax = 64;
/// Parentheses, brackets and operators that may stand inside one another in one expression.
inline constexpr std::size_t kExpressionDepthMax = 64;
/// Elements of one array literal.
inline constexpr std::size_t kListItemsMax = 10'000;
/// Parts of one `~` concatenation.
inline constexpr std::size_t kConcatPartsMax = 500;
/// Tags that may stand inside one another in one template.
inline constexpr std::size_t kBodyDepthMax = 64;
/// Bodies of tags, blocks, includes and macros that may run inside one another.
inline constexpr std::size_t kRunningBodiesMax = 1'000;
/// Templates that may extend one another.
inline constexpr std::size_t kInheritanceDepthMax = 32;
/// Runs of loop bodies in one page, all loops together.
inline constexpr std::uint64_t kLoopRunsMax = 10'000'000;
/// Size of what one page may print.
inline constexpr std::size_t kOutputBytesMax = std::size_t{256} << 20;
/// Size of one template's text.
inline constexpr std::size_t kTemplateBytesMax = std::size_t{16} << 20;
/// Elements that `range` may make.
inline constexpr std::int64_t kRangeItemsMax = 1'000'000;
/// Elements of one array that `concat` may make.
inline constexpr std::size_t kArrayItemsMax = 1'000'000;
/// Bytes of one string that a filter or `~` may make.
inline constexpr std::size_t kStringBytesMax = std::size_t{64} << 20;
/// Arrays and maps inside one another that are printed, compared or encoded.
inline constexpr std::size_t kValueDepthMax = 64;
/// Mistakes that are reported for one template before its parser gives up.
inline constexpr std::size_t kSyntaxErrorsMax = 20;
/// Steps that a regular expression of `matching` may compile to.
inline constexpr std::size_t kPatternStatesMax = 10'000;

}  // namespace loom::templating
