#include "image/turn.h"

#include <cstring>
#include <utility>

namespace loom::image {
namespace {

/// Where the pixel (x, y) of the result comes from.
struct Steps {
  bool swaps = false;
  bool from_right = false;
  bool from_bottom = false;
};

Steps steps_of(Orientation orientation) {
  switch (orientation) {
    case Orientation::Normal:
      return {};
    case Orientation::MirroredHorizontally:
      return {false, true, false};
    case Orientation::TurnedAround:
      return {false, true, true};
    case Orientation::MirroredVertically:
      return {false, false, true};
    case Orientation::Transposed:
      return {true, false, false};
    case Orientation::TurnedClockwise:
      return {true, false, true};
    case Orientation::Transversed:
      return {true, true, true};
    case Orientation::TurnedCounterclockwise:
      return {true, true, false};
  }
  return {};
}

}  // namespace

Pixels turned(Pixels pixels, Orientation orientation) {
  if (orientation == Orientation::Normal) {
    return pixels;
  }
  const Steps steps = steps_of(orientation);
  const std::size_t channels = pixels.channel_count;
  Pixels out = make_pixels(steps.swaps ? pixels.height : pixels.width,
                           steps.swaps ? pixels.width : pixels.height, pixels.channel_count);
  out.color_profile = std::move(pixels.color_profile);
  for (std::size_t y = 0; y < out.height; ++y) {
    std::uint8_t* to = out.row(y);
    for (std::size_t x = 0; x < out.width; ++x, to += channels) {
      const std::size_t column = steps.swaps ? y : x;
      const std::size_t row = steps.swaps ? x : y;
      const std::size_t from_x = steps.from_right ? pixels.width - 1 - column : column;
      const std::size_t from_y = steps.from_bottom ? pixels.height - 1 - row : row;
      std::memcpy(to, pixels.row(from_y) + from_x * channels, channels);
    }
  }
  return out;
}

}  // namespace loom::image
