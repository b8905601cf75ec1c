// Finished bytes -> what the server sends: codings, entity tags and header fields, composed once. Any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/cache_policy.h"
#include "snapshot/resource.h"

namespace loom::build {

struct ResourceSpec {
  int status = 200;
  std::string_view media_type;
  http::CachePolicy cache_policy = http::CachePolicy::Revalidate;
  std::optional<base::UnixTime> last_modified;
  std::optional<snapshot::Redirect> redirect;
  /// Make gzip and brotli codings where they are worth it.
  bool with_codings = false;
};

/// The resource with this body. `previous` (may be null) is what the same path had before: it is given back
/// when nothing of it would differ.
snapshot::ResourcePtr make_resource(const ResourceSpec& spec, std::shared_ptr<const std::string> body,
                                    const snapshot::ResourcePtr& previous);

/// A resource whose bytes stay on disk, opened here. An error when the file is gone or is not the one with
/// this stamp.
base::Result<snapshot::ResourcePtr> make_file_resource(const ResourceSpec& spec, const std::string& file_path,
                                                       const base::FileStamp& stamp,
                                                       const snapshot::ResourcePtr& previous);

/// A small HTML page that sends browsers on to `url` (for static hosts), answered as a 301 to `location` by
/// the server.
snapshot::ResourcePtr make_redirect(const std::string& url, const std::string& location,
                                    const snapshot::ResourcePtr& previous);

}  // namespace loom::build
