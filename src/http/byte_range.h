// Range requests in bytes. Any thread. RFC 9110 §14.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "http/limits.h"

namespace loom::http {

struct ByteRange {
  std::uint64_t offset_bytes = 0;
  /// At least 1.
  std::uint64_t length_bytes = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

enum class RangeOutcome : std::uint8_t {
  /// No field, another unit, malformed, or more than a server need to do: send the whole representation.
  Whole,
  /// ranges() holds at least one.
  Partial,
  /// 416.
  Unsatisfiable
};

struct RangeSet {
  RangeOutcome outcome = RangeOutcome::Whole;
  std::array<ByteRange, kRangeCountMax> storage{};
  std::size_t count = 0;

  /// Ascending and disjoint, inside the representation, so that they never sum up to more than it.
  std::span<const ByteRange> ranges() const { return {storage.data(), count}; }
};

/// Reads the value of Range for a representation of `size_bytes`. More than kRangeCountMax ranges,
/// overlapping ones and ones out of order are Whole.
RangeSet parse_range(std::string_view value, std::uint64_t size_bytes);

}  // namespace loom::http
