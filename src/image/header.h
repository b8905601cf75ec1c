// What a file says about its picture, without decoding it. Any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "image/format.h"
#include "image/orientation.h"

namespace loom::image {

struct ImageHeader {
  ImageFormat format = ImageFormat::Jpeg;
  /// In pixels, as shown: after the orientation has been applied. At least 1.
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  Orientation orientation = Orientation::Normal;
};

/// The format comes from the bytes, but for SVG, which a `file_name` that ends in ".svg" says. The Error of
/// what is no image, is damaged or is larger than kImagePixelsMax is a sentence about "it".
base::Result<ImageHeader> parse_image_header(std::string_view bytes, std::string_view file_name);

}  // namespace loom::image
