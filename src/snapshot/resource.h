// What one URL answers: built by the rebuild path, sent by the request path, never changed after it is
// published.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/date_time.h"
#include "base/file.h"
#include "base/unique_fd.h"

namespace loom::snapshot {

/// Content codings (RFC 9110 §8.4.1) in the order of the array in Resource.
enum class Coding : std::uint8_t { Identity, Gzip, Brotli };
inline constexpr std::size_t kCodingCount = 3;

/// One coding of a resource: its bytes and the header fields that go with them.
struct Representation {
  /// Shared between snapshots while the bytes stay the same.
  std::shared_ptr<const std::string> body;
  /// Strong entity tag with its quotes (RFC 9110 §8.8.3).
  std::string etag;
  /// Field lines of a 200 answer, each ended by CRLF: Content-Type, Content-Length, ETag, Vary, ... all but
  /// Date and Connection.
  std::string fields;
  /// Field lines of a 304 answer (RFC 9110 §15.4.5).
  std::string not_modified_fields;
};

/// A file too large to keep in memory. The descriptor is opened by the reload thread.
struct LargeFile {
  base::UniqueFd fd;
  base::FileStamp stamp;
};

/// Where a redirect leads; its body is HTML for clients that do not follow.
struct Redirect {
  int status = 301;
  /// A path that starts with exactly one "/", or an absolute http(s) URL; no CR, LF or NUL.
  std::string location;
};

struct Resource {
  /// 200, or 404 for the page that answers unknown paths.
  int status = 200;
  std::string media_type;
  /// Null where the resource has no such coding. Identity is always there.
  std::array<std::unique_ptr<const Representation>, kCodingCount> representations;
  std::optional<base::UnixTime> last_modified;
  std::optional<Redirect> redirect;
  /// When set, the identity representation has no body: bytes come from here.
  std::shared_ptr<const LargeFile> file;

  const Representation& identity() const { return *representations[0]; }
  const Representation* find(Coding coding) const {
    return representations[static_cast<std::size_t>(coding)].get();
  }
  /// Bytes of the identity body.
  std::uint64_t size_bytes() const { return file ? file->stamp.size_bytes : identity().body->size(); }
};

using ResourcePtr = std::shared_ptr<const Resource>;

}  // namespace loom::snapshot
