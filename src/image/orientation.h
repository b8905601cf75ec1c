// How a picture is turned before it is shown (Exif 2.32, tag 0x0112), as cameras note it. Pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace loom::image {

/// The values of the tag: where the first row and the first column of the stored picture belong.
enum class Orientation : std::uint8_t {
  Normal = 1,
  MirroredHorizontally = 2,
  TurnedAround = 3,
  MirroredVertically = 4,
  Transposed = 5,
  TurnedClockwise = 6,
  Transversed = 7,
  TurnedCounterclockwise = 8
};

/// Whether width and height change places.
constexpr bool swaps_sides(Orientation orientation) {
  return orientation >= Orientation::Transposed;
}

/// From an Exif block, with or without the leading "Exif\0\0". Normal when it does not say, or is damaged.
Orientation parse_exif_orientation(std::string_view exif);

}  // namespace loom::image
