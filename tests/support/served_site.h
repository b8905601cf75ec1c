// Resources and snapshots made of plain strings, with the fields that a build gives them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "http/cache_policy.h"
#include "http/representation_fields.h"
#include "snapshot/snapshot.h"

namespace loom::test {

struct ResourceText {
  int status = 200;
  std::string media_type = "text/html; charset=utf-8";
  std::string body = {};
  /// Absent when empty. Any text does: nobody decodes it.
  std::string gzip_body = {};
  std::string brotli_body = {};
  std::optional<base::UnixTime> last_modified = {};
};

inline std::shared_ptr<snapshot::Resource> make_resource(const ResourceText& text) {
  auto resource = std::make_shared<snapshot::Resource>();
  resource->status = text.status;
  resource->media_type = text.media_type;
  resource->last_modified = text.last_modified;
  const auto set = [&](snapshot::Coding coding, std::string_view name, const std::string& body) {
    http::RepresentationInfo info;
    const std::string etag = http::strong_etag(body, name);
    info.media_type = text.media_type;
    info.content_length_bytes = body.size();
    info.etag = etag;
    info.last_modified = text.last_modified;
    info.cache_control = http::cache_control(http::CachePolicy::Revalidate);
    info.content_coding = name;
    info.has_other_codings = !text.gzip_body.empty() || !text.brotli_body.empty();
    resource->representations[static_cast<std::size_t>(coding)] =
        std::make_unique<const snapshot::Representation>(
            snapshot::Representation{std::make_shared<const std::string>(body), etag,
                                     http::representation_fields(info), http::not_modified_fields(info)});
  };
  set(snapshot::Coding::Identity, "", text.body);
  if (!text.gzip_body.empty()) {
    set(snapshot::Coding::Gzip, "gzip", text.gzip_body);
  }
  if (!text.brotli_body.empty()) {
    set(snapshot::Coding::Brotli, "br", text.brotli_body);
  }
  return resource;
}

/// With a page for unknown paths whose body is "nothing here".
inline snapshot::SnapshotBuilder make_site_builder() {
  snapshot::SnapshotBuilder builder(nullptr);
  builder.set_not_found(make_resource({.status = 404, .body = "nothing here"}));
  return builder;
}

}  // namespace loom::test
