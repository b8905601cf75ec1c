// Pictures made for tests: four coloured quarters, so that a turn or a wrong crop shows.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "image/pixels.h"

namespace loom::image {

struct Color {
  int red = 0;
  int green = 0;
  int blue = 0;
};

inline constexpr Color kRed{255, 0, 0};
inline constexpr Color kGreen{0, 255, 0};
inline constexpr Color kBlue{0, 0, 255};
inline constexpr Color kWhite{255, 255, 255};

inline void set_pixel(Pixels& pixels, std::uint32_t x, std::uint32_t y, Color color) {
  std::uint8_t* at = pixels.row(y) + std::size_t{x} * pixels.channel_count;
  at[0] = static_cast<std::uint8_t>(color.red);
  at[1] = static_cast<std::uint8_t>(color.green);
  at[2] = static_cast<std::uint8_t>(color.blue);
  if (pixels.channel_count == 4) {
    at[3] = 255;
  }
}

/// Red, green / blue, white.
inline Pixels quarters(std::uint32_t width, std::uint32_t height, std::uint32_t channel_count = 3) {
  Pixels pixels = make_pixels(width, height, channel_count);
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      const bool is_left = x < width / 2;
      set_pixel(pixels, x, y, y < height / 2 ? (is_left ? kRed : kGreen) : (is_left ? kBlue : kWhite));
    }
  }
  return pixels;
}

/// Compression changes colours a little.
inline bool looks_like(const Pixels& pixels, std::uint32_t x, std::uint32_t y, Color color) {
  constexpr int kTolerance = 24;
  const std::uint8_t* at = pixels.row(y) + std::size_t{x} * pixels.channel_count;
  return std::abs(at[0] - color.red) <= kTolerance && std::abs(at[1] - color.green) <= kTolerance &&
         std::abs(at[2] - color.blue) <= kTolerance;
}

/// The letters of the colours in the four corners, in reading order: "RGBW" for quarters().
inline std::string corners(const Pixels& pixels) {
  std::string text;
  const auto add = [&](std::uint32_t x, std::uint32_t y) {
    text += looks_like(pixels, x, y, kRed)     ? 'R'
            : looks_like(pixels, x, y, kGreen) ? 'G'
            : looks_like(pixels, x, y, kBlue)  ? 'B'
            : looks_like(pixels, x, y, kWhite) ? 'W'
                                               : '?';
  };
  add(0, 0);
  add(pixels.width - 1, 0);
  add(0, pixels.height - 1);
  add(pixels.width - 1, pixels.height - 1);
  return text;
}

/// An Exif block that holds nothing but the orientation, big-endian.
inline std::string exif_block(int orientation) {
  std::string exif("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
  exif += static_cast<char>(orientation);
  return exif + std::string(6, '\0');
}

/// A JPEG file with an Exif segment put behind its first marker.
inline std::string with_exif(std::string_view jpeg, int orientation) {
  const std::string data = std::string("Exif\0\0", 6) + exif_block(orientation);
  std::string segment = "\xff\xe1";
  segment += '\0';
  segment += static_cast<char>(data.size() + 2);
  return std::string(jpeg.substr(0, 2)) + segment + data + std::string(jpeg.substr(2));
}

/// As much of an ICC profile as is looked at, and `size_bytes` long.
inline std::string rgb_profile(std::size_t size_bytes) {
  std::string profile(size_bytes, 'p');
  profile.replace(16, 4, "RGB ");
  profile.replace(36, 4, "acsp");
  const auto size = static_cast<std::uint32_t>(size_bytes);
  for (std::size_t i = 0; i < 4; ++i) {
    profile[i] = static_cast<char>(size >> (24 - 8 * i) & 0xff);
  }
  return profile;
}

}  // namespace loom::image
