// The field lines of a representation, composed once when it is built and sent as they are. Any thread. RFC
// 9110 §8, §15.4.5.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date_time.h"

namespace loom::http {

struct ExtraField {
  /// A token.
  std::string name;
  /// Without CR, LF and NUL.
  std::string value;
};

struct RepresentationInfo {
  /// Value of Content-Type.
  std::string_view media_type;
  std::uint64_t content_length_bytes = 0;
  /// With its quotes; empty leaves ETag out.
  std::string_view etag;
  std::optional<base::UnixTime> last_modified;
  /// See http::cache_control(); empty leaves Cache-Control out.
  std::string_view cache_control;
  /// "gzip", "br", or empty for the identity.
  std::string_view content_coding;
  /// The resource has several codings: all of its answers vary by Accept-Encoding.
  bool has_other_codings = false;
  /// Sent with 200, 206 and 304 alike.
  std::span<const ExtraField> extra_fields;
};

/// `"` + 32 hexadecimal digits + `"`: the strong entity tag of these bytes in this coding. `content_coding`
/// keeps the tags of two codings apart.
std::string strong_etag(std::string_view bytes, std::string_view content_coding);

/// Field lines of a 200 answer, for Representation::fields. Requires: values without CR, LF and NUL.
std::string representation_fields(const RepresentationInfo& info);
/// Field lines of a 304 answer, for Representation::not_modified_fields.
std::string not_modified_fields(const RepresentationInfo& info);

}  // namespace loom::http
