// AVIF by libavif. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "image/header.h"
#include "image/pixels.h"

namespace loom::image {

/// By the brands in its first box.
bool is_avif(std::string_view bytes);
/// An Error, a sentence about "it", when it is damaged. The size is not checked.
base::Result<ImageHeader> parse_avif_header(std::string_view bytes);
/// The stored picture, or the first of a sequence.
base::Result<Pixels> decode_avif(std::string_view bytes);

struct AvifEffort {
  /// 1 to 100.
  int quality = 80;
  /// 1 (slow, small) to 10.
  int speed = 5;
};
/// Keeps the colour profile.
base::Result<std::string> encode_avif(const Pixels& pixels, AvifEffort effort);

}  // namespace loom::image
