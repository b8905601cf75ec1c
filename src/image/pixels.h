// A decoded picture: rows of 8-bit RGB or RGBA, top to bottom, without gaps. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace loom::image {

struct Pixels {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  /// 3, or 4 with an alpha channel that the colours are not multiplied by.
  std::uint32_t channel_count = 3;
  std::unique_ptr<std::uint8_t[]> bytes;
  /// ICC profile of the colours; "" means sRGB.
  std::string color_profile = {};

  std::size_t row_bytes() const { return std::size_t{width} * channel_count; }
  std::size_t size_bytes() const { return row_bytes() * height; }
  std::uint8_t* row(std::size_t y) { return bytes.get() + y * row_bytes(); }
  const std::uint8_t* row(std::size_t y) const { return bytes.get() + y * row_bytes(); }
};

/// The bytes are not set.
inline Pixels make_pixels(std::uint32_t width, std::uint32_t height, std::uint32_t channel_count) {
  Pixels pixels{width, height, channel_count, nullptr};
  pixels.bytes = std::make_unique_for_overwrite<std::uint8_t[]>(pixels.size_bytes());
  return pixels;
}

}  // namespace loom::image
