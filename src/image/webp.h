// WebP by libwebp. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "image/pixels.h"

namespace loom::image {

struct WebpSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

/// Nothing when it is damaged.
std::optional<WebpSize> find_webp_size(std::string_view bytes);
/// The picture, or the first of an animation. An Error, a sentence about "it", when it is damaged.
base::Result<Pixels> decode_webp(std::string_view bytes);
/// `quality`: 0 to 100; nothing: every pixel stays what it is. Keeps the colour profile.
base::Result<std::string> encode_webp(const Pixels& pixels, std::optional<int> quality);

}  // namespace loom::image
