// JPEG by libjpeg-turbo. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "image/pixels.h"

namespace loom::image {

/// The stored picture, made smaller by `shrink` (1, 2, 4 or 8) while it is decoded, which is much faster than
/// decoding it whole; sides are rounded up. An Error, a sentence about "it", when a part of it is missing.
base::Result<Pixels> decode_jpeg(std::string_view bytes, std::uint32_t shrink);

/// `quality`: 1 to 100. What is transparent becomes white. Keeps the colour profile.
base::Result<std::string> encode_jpeg(const Pixels& pixels, int quality);

}  // namespace loom::image
