// Makes the images that templates asked for, in parallel, each once; what was made before is kept in memory
// and, between runs, in the image cache. Reload thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "build/images/image_cache.h"
#include "build/memo.h"
#include "build/static_step.h"

namespace loom::build {

struct ImageStepInput {
  /// In any order, repetitions allowed; the order decides which place a mistake is reported at.
  const std::vector<ImageRequestPtr>& requests;
  /// Holds the sources.
  const site::SourceTree& tree;
  std::string site_root;
  /// Called from any thread; may be empty.
  std::function<void(std::size_t done_count, std::size_t total_count)> on_progress = {};
};

class ImageStep {
 public:
  explicit ImageStep(ImageCache cache) : cache_(std::move(cache)) {}

  /// One file for each image, ordered by path. An image that cannot be made is an error where a template
  /// asked for it.
  std::vector<PublishedFile> run(const ImageStepInput& input, base::Diagnostics& diagnostics);

  /// Images that were neither in memory nor in the cache, in the last run.
  std::size_t made_count() const { return made_count_; }

 private:
  struct Made {
    /// Null when it cannot be made.
    snapshot::ResourcePtr resource;
    std::string error;
    bool is_new = false;
    /// False for a failure that may not come again.
    bool is_final = true;
  };

  Made make_one(const ImageRequest& request, const ImageStepInput& input) const;
  Made publish(const ImageRequest& request, std::string bytes) const;

  ImageCache cache_;
  Memo<Made> images_;
  std::size_t made_count_ = 0;
};

}  // namespace loom::build
