// The image formats that can be read, and what templates and browsers call them. Pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace loom::image {

enum class ImageFormat : std::uint8_t { Jpeg, Png, WebP, Avif, Gif, Bmp, Svg };

/// "jpg", "png", ...: the most common ending of its files.
std::string_view extension_of(ImageFormat format);
/// The media type as Zola's get_image_metadata gives it: SVG is "text/svg+xml" there.
std::string_view template_media_type_of(ImageFormat format);
/// What `format="auto"` means for a source of this format: JPEG, or PNG where nothing may be lost.
ImageFormat automatic_output_for(ImageFormat source);

}  // namespace loom::image
