// Tested by tests/image/make_image_test.cpp.
#include "image/library_versions.h"

#include <avif/avif.h>
#include <cstdio>
#include <fmt/format.h>
// Needs <cstdio> before it.
#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>

namespace loom::image {

std::string library_versions() {
  char codecs[256];
  avifCodecVersions(codecs);
  return fmt::format("libjpeg {}, libpng {}, libwebp {}, libavif {} ({})", LIBJPEG_TURBO_VERSION_NUMBER,
                     png_get_libpng_ver(nullptr), WebPGetEncoderVersion(), avifVersion(), codecs);
}

}  // namespace loom::image
