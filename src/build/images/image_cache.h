// Made images on disk, kept from one run to the next, outside of the site. Entries are named by what they
// were made from, so none is ever out of date. Damaged entries, a full disk or a missing folder only mean
// that images are made again. Any thread; several processes may share the folder.
//
// Format of an entry: a line "loom-image 1 SIZE HASH", numbers in decimal, then the bytes of the image.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "build/images/image_request.h"

namespace loom::build {

struct ImageCacheLimits {
  /// What was not used for longer is removed.
  std::chrono::hours unused_max{24 * 60};
  /// Beyond it the entries that were not used for longest are removed.
  std::uint64_t size_bytes_max = std::uint64_t{2} << 30;
};

class ImageCache {
 public:
  /// `cache_directory` "": nothing is ever kept. `version` is part of every key.
  ImageCache(const std::string& cache_directory, std::string version);

  /// Nothing when there is no whole entry.
  std::optional<std::string> load(const ImageRequest& request) const;
  void save(const ImageRequest& request, std::string_view bytes) const;
  /// Removes what the limits do not allow, and what broken runs left behind.
  void prune(const ImageCacheLimits& limits = {}) const;

 private:
  std::string entry_path(const ImageRequest& request) const;

  std::string folder_;
  std::string version_;
};

}  // namespace loom::build
