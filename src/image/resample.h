// Scales a part of a decoded picture. Any thread.
#pragma once

#include "base/result.h"
#include "image/pixels.h"
#include "image/resize_plan.h"

namespace loom::image {

/// Requires: `crop` is not empty and lies inside of the picture; width and height are at least 1.
base::Result<Pixels> resample(const Pixels& pixels, const Rectangle& crop, std::uint32_t width,
                              std::uint32_t height);

}  // namespace loom::image
