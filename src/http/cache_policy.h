// How long browsers and caches may keep an answer without asking again. Any thread. RFC 9111 §5.2.2, RFC
// 8246.
#pragma once

#include <cstdint>
#include <string_view>

namespace loom::http {

enum class CachePolicy : std::uint8_t {
  /// Kept, but asked for at each use; the ETag makes that cheap. Pages, feeds, and everything in preview.
  Revalidate,
  /// An hour, then asked for: files under static/ without a fingerprint.
  OneHour,
  /// A year, never asked for: names that carry a fingerprint of the bytes.
  Immutable,
  /// Never kept.
  NoStore
};

/// The value of Cache-Control. Static.
constexpr std::string_view cache_control(CachePolicy policy) {
  switch (policy) {
    case CachePolicy::OneHour:
      return "public, max-age=3600";
    case CachePolicy::Immutable:
      return "public, max-age=31536000, immutable";
    case CachePolicy::NoStore:
      return "no-store";
    case CachePolicy::Revalidate:
      break;
  }
  return "no-cache";
}

}  // namespace loom::http
