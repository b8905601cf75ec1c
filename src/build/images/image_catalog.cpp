#include "build/images/image_catalog.h"

#include "base/digest.h"
#include "build/source_bytes.h"

namespace loom::build {
namespace {

KnownImage look_at(const std::string& site_root, const site::SourceFile& file) {
  KnownImage known;
  const auto bytes = load_source_bytes(site_root, file);
  if (!bytes) {
    known.error = bytes.error();
    return known;
  }
  const auto header = image::parse_image_header(**bytes, file.path);
  if (!header) {
    known.error = header.error();
    return known;
  }
  known.content_hash = base::hash128_hex(**bytes);
  known.header = *header;
  return known;
}

}  // namespace

std::shared_ptr<const KnownImage> ImageCatalog::find(const std::string& site_root,
                                                     const site::SourceFile& file) {
  return images_.find_or_make(file.path, file.hash, [&] { return look_at(site_root, file); });
}

}  // namespace loom::build
