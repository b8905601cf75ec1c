// What is known of the images that templates asked for: size and hash of the bytes, found once for as long as
// a file stays the same. Thread-safe.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "build/shared_memo.h"
#include "image/header.h"
#include "site/source_tree.h"

namespace loom::build {

struct KnownImage {
  /// Of the bytes: 32 hexadecimal digits. "" when they could not be read.
  std::string content_hash;
  image::ImageHeader header;
  /// Set: it cannot be read, or is no image; the rest holds nothing.
  std::optional<base::Error> error;
};

class ImageCatalog {
 public:
  /// Never null. The disk is read for a file whose bytes the tree does not hold.
  std::shared_ptr<const KnownImage> find(const std::string& site_root, const site::SourceFile& file);
  void sweep() { images_.sweep(); }

 private:
  SharedMemo<KnownImage> images_;
};

}  // namespace loom::build
