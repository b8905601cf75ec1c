#include "build/images/image_request.h"

#include <fmt/format.h>

#include "base/digest.h"

namespace loom::build {

std::string describe_operation(const ImageRequest& request) {
  const image::Rectangle& crop = request.plan.crop;
  const image::OutputFormat& output = request.output;
  const bool is_avif = output.format == image::ImageFormat::Avif;
  return fmt::format("{}+{}+{}x{} {}x{} {} q{} s{}", crop.x, crop.y, crop.width, crop.height,
                     request.plan.width, request.plan.height, image::extension_of(output.format),
                     output.quality.value_or(-1), is_avif ? output.speed : 0);
}

std::string image_file_name(const ImageRequest& request) {
  std::string_view stem = request.source_path;
  stem.remove_prefix(stem.rfind('/') + 1);
  stem = stem.substr(0, stem.rfind('.'));
  const std::uint64_t hash = base::hash64(request.content_hash + " " + describe_operation(request));
  return fmt::format("{}.{:016x}.{}", stem, hash, image::extension_of(request.output.format));
}

}  // namespace loom::build
