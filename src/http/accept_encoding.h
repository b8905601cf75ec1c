// Which content codings a client takes. Any thread. RFC 9110 §12.5.3, §12.4.2.
#pragma once

#include <cstdint>

#include "http/request.h"

namespace loom::http {

/// A weight of 1.
inline constexpr std::int16_t kFullWeight = 1000;
/// Acceptable, but after every coding that was asked for: an identity that the field does not name.
inline constexpr std::int16_t kFallbackWeight = 0;
inline constexpr std::int16_t kNotAcceptable = -1;

/// In thousandths, or one of the special weights above.
struct CodingWeights {
  std::int16_t identity = kFallbackWeight;
  std::int16_t gzip = kNotAcceptable;
  std::int16_t brotli = kNotAcceptable;

  friend bool operator==(const CodingWeights&, const CodingWeights&) = default;
};

/// Without a field, or with an empty one, only the identity is acceptable. A member with a malformed weight
/// is left out.
CodingWeights parse_accept_encoding(const ListField& field);

}  // namespace loom::http
