// Which versions of the image libraries run: part of the key of what is kept of them. Any thread.
#pragma once

#include <string>

namespace loom::image {

/// "libjpeg 2001005, libpng 1.6.39, libwebp 66564, libavif 0.11.1 (aom ...)". Stable within a process.
std::string library_versions();

}  // namespace loom::image
