// PNG by libpng. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "image/pixels.h"

namespace loom::image {

/// An Error, a sentence about "it", when it is damaged.
base::Result<Pixels> decode_png(std::string_view bytes);
/// Keeps the colour profile.
base::Result<std::string> encode_png(const Pixels& pixels);

}  // namespace loom::image
