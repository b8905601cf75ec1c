// Every limit of HTTP messages, with its unit and the answer when it is reached.
#pragma once

#include <cstddef>
#include <cstdint>

namespace loom::http {

/// 501 beyond.
inline constexpr std::size_t kMethodBytesMax = 32;
/// 414 beyond.
inline constexpr std::size_t kTargetBytesMax = 8192;
/// One field line without its CRLF: 431 beyond.
inline constexpr std::size_t kFieldBytesMax = std::size_t{16} * 1024;
/// Request line, field lines and the empty line: 431 beyond.
inline constexpr std::size_t kHeadBytesMax = std::size_t{64} * 1024;
/// Field lines: 431 beyond.
inline constexpr std::size_t kFieldCountMax = 256;
/// Empty lines before a request line (RFC 9112 §2.2 asks for one): 400 beyond.
inline constexpr std::size_t kLeadingLinesMax = 4;

/// A request body as it is on the wire, chunk framing included, that is read and dropped: 413 beyond.
inline constexpr std::uint64_t kBodyDrainBytesMax = std::uint64_t{64} * 1024;
/// Size and extensions of one chunk, or one trailer field, with the CR: 400 beyond.
inline constexpr std::size_t kChunkLineBytesMax = 1024;

/// Ranges in one request: the whole representation is sent beyond (RFC 9110 §14.2).
inline constexpr std::size_t kRangeCountMax = 8;
/// Kept inside a response without allocation.
inline constexpr std::size_t kInlineFieldBytes = 512;

}  // namespace loom::http
