// One image that a template asked for: what it will be called is known at once, it is made after the renders.
// A value; immutable once made.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "image/make_image.h"

namespace loom::build {

/// Where made images are published.
inline constexpr std::string_view kProcessedImagesFolder = "processed_images";

struct ImageRequest {
  /// "photo.0123456789abcdef.jpg": a function of the source's bytes, its name, and what is made of it.
  std::string file_name;
  /// Below the site root.
  std::string source_path;
  /// Of the source's bytes.
  std::string content_hash;
  image::ImageHeader header;
  image::ResizePlan plan;
  image::OutputFormat output;
  /// An error at the place of the first template that asked for it, without its message.
  base::Diagnostic place;
};

using ImageRequestPtr = std::shared_ptr<const ImageRequest>;

/// What is made of the source, as text: equal texts of equal sources mean equal images.
std::string describe_operation(const ImageRequest& request);
/// Requires: everything but `file_name` and `place` is set.
std::string image_file_name(const ImageRequest& request);

}  // namespace loom::build
