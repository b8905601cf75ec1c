// What is known of source files from build to build, for the functions of templates. Thread-safe but for
// `sweep`.
#pragma once

#include "build/assets/bundle_cache.h"
#include "build/data/data_cache.h"
#include "build/data/fetch_cache.h"
#include "build/digest_cache.h"
#include "build/images/image_catalog.h"

namespace loom::build {

struct SourceCaches {
  DataCache data;
  DigestCache digests;
  ImageCatalog images;
  FetchCache fetches;
  BundleCache bundles;

  /// The end of a build: forgets what no template asked for since the last one.
  void sweep() {
    fetches.forget_failures();
    data.sweep();
    digests.sweep();
    images.sweep();
    bundles.sweep();
  }
};

}  // namespace loom::build
