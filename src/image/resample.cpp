#include "image/resample.h"

#include <cstring>

#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#include <stb/stb_image_resize.h>

namespace loom::image {
namespace {

void copy_rows(const Pixels& from, const Rectangle& crop, Pixels& to) {
  for (std::size_t y = 0; y < to.height; ++y) {
    std::memcpy(to.row(y), from.row(crop.y + y) + std::size_t{crop.x} * from.channel_count, to.row_bytes());
  }
}

}  // namespace

base::Result<Pixels> resample(const Pixels& pixels, const Rectangle& crop, std::uint32_t width,
                              std::uint32_t height) {
  Pixels out = make_pixels(width, height, pixels.channel_count);
  out.color_profile = pixels.color_profile;
  if (crop.width == width && crop.height == height) {
    copy_rows(pixels, crop, out);
    return out;
  }
  const std::uint8_t* first = pixels.row(crop.y) + std::size_t{crop.x} * pixels.channel_count;
  const int alpha = pixels.channel_count == 4 ? 3 : STBIR_ALPHA_CHANNEL_NONE;
  const int done = stbir_resize_uint8_generic(
      first, static_cast<int>(crop.width), static_cast<int>(crop.height),
      static_cast<int>(pixels.row_bytes()), out.bytes.get(), static_cast<int>(width),
      static_cast<int>(height), static_cast<int>(out.row_bytes()), static_cast<int>(pixels.channel_count),
      alpha, 0, STBIR_EDGE_CLAMP, STBIR_FILTER_CATMULLROM, STBIR_COLORSPACE_LINEAR, nullptr);
  return done == 1 ? base::Result<Pixels>(std::move(out))
                   : base::Result<Pixels>(base::Error("there is not enough memory to scale it"));
}

}  // namespace loom::image
