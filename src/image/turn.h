// Turns a decoded picture to how it is shown. Any thread.
#pragma once

#include "image/orientation.h"
#include "image/pixels.h"

namespace loom::image {

Pixels turned(Pixels pixels, Orientation orientation);

}  // namespace loom::image
