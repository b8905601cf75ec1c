// Which part of a picture becomes which size: the five operations of resize_image, as Zola 0.22 computes
// them. Pure.
#pragma once

#include <cstdint>

namespace loom::image {

enum class ResizeMode : std::uint8_t { Scale, FitWidth, FitHeight, Fit, Fill };

struct ResizeRequest {
  ResizeMode mode = ResizeMode::Fill;
  /// The side that the mode does not use is ignored.
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

struct Rectangle {
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;

  friend bool operator==(const Rectangle&, const Rectangle&) = default;
};

struct ResizePlan {
  /// Of the picture as shown.
  Rectangle crop;
  /// What the crop is scaled to; at least 1.
  std::uint32_t width = 0;
  std::uint32_t height = 0;

  friend bool operator==(const ResizePlan&, const ResizePlan&) = default;
};

/// Requires: the sides of the picture and those that the mode uses are at least 1. Sides that do not fit into
/// 32 bits become the largest that does.
ResizePlan plan_resize(const ResizeRequest& request, std::uint32_t original_width,
                       std::uint32_t original_height);

}  // namespace loom::image
