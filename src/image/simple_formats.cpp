#include "image/simple_formats.h"

#include <algorithm>
#include <memory>

#include "image/limits.h"

// Compiled here rather than linked, so that only these two decoders are in the program and sanitizers see
// into them.
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_GIF
#define STBI_ONLY_BMP
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 65535
#include <stb/stb_image.h>

namespace loom::image {

base::Result<Pixels> decode_gif_or_bmp(std::string_view bytes) {
  int width = 0;
  int height = 0;
  int channel_count = 0;
  const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
  const int length = static_cast<int>(std::min<std::uint64_t>(bytes.size(), kImageBytesMax));
  if (stbi_info_from_memory(data, length, &width, &height, &channel_count) == 0 || width <= 0 ||
      height <= 0 ||
      static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) > kImagePixelsMax) {
    return base::Error("it is damaged");
  }
  const int wanted = channel_count == 2 || channel_count == 4 ? 4 : 3;
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> decoded(
      stbi_load_from_memory(data, length, &width, &height, &channel_count, wanted), &stbi_image_free);
  if (!decoded) {
    return base::Error("it is damaged");
  }
  Pixels pixels = make_pixels(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height),
                              static_cast<std::uint32_t>(wanted));
  std::copy_n(decoded.get(), pixels.size_bytes(), pixels.bytes.get());
  return pixels;
}

}  // namespace loom::image
