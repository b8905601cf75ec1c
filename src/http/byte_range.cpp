#include "http/byte_range.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "http/characters.h"

namespace loom::http {

namespace {

constexpr std::string_view kUnit = "bytes";

/// Digits only; a number beyond 64 bits counts as the largest, which is beyond every representation too.
std::optional<std::uint64_t> parse_position(std::string_view text) {
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t value = 0;
  for (const char c : text) {
    if (!base::is_digit(c)) {
      return std::nullopt;
    }
    const auto digit = static_cast<std::uint64_t>(c - '0');
    value = value > (kMax - digit) / 10 ? kMax : value * 10 + digit;
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

enum class SpecOutcome : std::uint8_t { Malformed, Unsatisfiable, Satisfiable };

SpecOutcome resolve_suffix(std::string_view digits, std::uint64_t size_bytes, ByteRange& range) {
  const auto suffix = parse_position(digits);
  if (!suffix) {
    return SpecOutcome::Malformed;
  }
  range.length_bytes = std::min(*suffix, size_bytes);
  range.offset_bytes = size_bytes - range.length_bytes;
  return range.length_bytes != 0 ? SpecOutcome::Satisfiable : SpecOutcome::Unsatisfiable;
}

/// One of "0-499", "500-", "-500".
SpecOutcome resolve_spec(std::string_view spec, std::uint64_t size_bytes, ByteRange& range) {
  const std::size_t dash = spec.find('-');
  if (dash == std::string_view::npos) {
    return SpecOutcome::Malformed;
  }
  const std::string_view last_digits = spec.substr(dash + 1);
  if (dash == 0) {
    return resolve_suffix(last_digits, size_bytes, range);
  }
  const auto first = parse_position(spec.substr(0, dash));
  const auto last =
      last_digits.empty() ? std::numeric_limits<std::uint64_t>::max() : parse_position(last_digits);
  if (!first || !last || *last < *first) {
    return SpecOutcome::Malformed;
  }
  if (*first >= size_bytes) {
    return SpecOutcome::Unsatisfiable;
  }
  range.offset_bytes = *first;
  range.length_bytes = std::min(*last, size_bytes - 1) - *first + 1;
  return SpecOutcome::Satisfiable;
}

/// False when the set becomes more than a server need to send.
bool append(RangeSet& set, const ByteRange& range) {
  if (set.count == kRangeCountMax) {
    return false;
  }
  if (set.count != 0) {
    const ByteRange& previous = set.storage[set.count - 1];
    if (range.offset_bytes < previous.offset_bytes + previous.length_bytes) {
      return false;
    }
  }
  set.storage[set.count++] = range;
  return true;
}

/// What follows "bytes=", or nothing when the unit is another one.
std::optional<std::string_view> find_specs(std::string_view value) {
  const std::size_t equals = value.find('=');
  if (equals == std::string_view::npos || !equals_lower(value.substr(0, equals), kUnit)) {
    return std::nullopt;
  }
  return value.substr(equals + 1);
}

}  // namespace

RangeSet parse_range(std::string_view value, std::uint64_t size_bytes) {
  const auto specs = find_specs(value);
  if (!specs) {
    return {};
  }
  RangeSet set;
  bool is_modest = true;
  std::size_t spec_count = 0;
  for (std::string_view rest = *specs; !rest.empty();) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view spec = trim_blanks(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    if (spec.empty()) {
      continue;
    }
    ++spec_count;
    ByteRange range;
    switch (resolve_spec(spec, size_bytes, range)) {
      case SpecOutcome::Malformed:
        return {};
      case SpecOutcome::Satisfiable:
        is_modest = is_modest && append(set, range);
        break;
      case SpecOutcome::Unsatisfiable:
        break;
    }
  }
  if (spec_count == 0 || !is_modest) {
    return {};
  }
  set.outcome = set.count != 0 ? RangeOutcome::Partial : RangeOutcome::Unsatisfiable;
  return set;
}

}  // namespace loom::http
