// Source bytes and a plan -> the bytes of a new image: decode, turn, crop, scale, encode. What is made
// depends on nothing else but the versions of the libraries. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "image/header.h"
#include "image/resize_plan.h"

namespace loom::image {

struct OutputFormat {
  /// Jpeg, Png, WebP or Avif.
  ImageFormat format = ImageFormat::Jpeg;
  /// 1 to 100 (WebP from 0); nothing: WebP without loss, and for the others what they are made with.
  std::optional<int> quality = std::nullopt;
  /// Avif only: 1 (slow, small) to 10.
  int speed = 5;
};

inline constexpr int kJpegQuality = 75;
inline constexpr int kAvifQuality = 80;

/// Requires: `header` is that of `bytes` and of no SVG, and `plan` is for its size. An Error is a sentence
/// about "it", the source.
base::Result<std::string> make_image(std::string_view bytes, const ImageHeader& header,
                                     const ResizePlan& plan, const OutputFormat& output);

/// Changes when the same input may give other bytes: of this code and of the libraries.
std::string encoder_version();

}  // namespace loom::image
