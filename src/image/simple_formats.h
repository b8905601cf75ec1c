// GIF (its first picture) and BMP by stb_image. Any thread.
#pragma once

#include <string_view>

#include "base/result.h"
#include "image/pixels.h"

namespace loom::image {

/// An Error, a sentence about "it", when it is damaged.
base::Result<Pixels> decode_gif_or_bmp(std::string_view bytes);

}  // namespace loom::image
