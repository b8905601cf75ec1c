// Finds the parts of JPEG, PNG and WebP files that lie beside the picture: size, Exif, colour profile. Never
// reads beyond the bytes, whatever they hold. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loom::image {

struct JpegParts {
  /// 0 when there is no frame header.
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string_view exif;
  /// Whole, or "".
  std::string color_profile;
};

/// What stands before the first scan (ITU-T T.81, annex B).
JpegParts find_jpeg_parts(std::string_view bytes);

/// The data of the first chunk of this type (PNG 3rd edition, §5); "" when there is none.
std::string_view find_png_chunk(std::string_view bytes, std::string_view type);

/// The data of the first chunk with this four-letter name in a RIFF file (WebP container); "" when there is
/// none.
std::string_view find_riff_chunk(std::string_view bytes, std::string_view name);

/// Whether an ICC profile describes RGB colours: the only ones that fit what is made here.
bool is_rgb_profile(std::string_view profile);

}  // namespace loom::image
