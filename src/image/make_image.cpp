#include "image/make_image.h"

#include <algorithm>
#include <fmt/format.h>

#include "image/avif.h"
#include "image/jpeg.h"
#include "image/library_versions.h"
#include "image/png.h"
#include "image/resample.h"
#include "image/simple_formats.h"
#include "image/turn.h"
#include "image/webp.h"

namespace loom::image {
namespace {

using base::Error;
using base::Result;

/// Of this code; the libraries have their own.
constexpr int kVersion = 1;
/// How much larger than its result a picture is decoded, so that the resampling still has a choice.
constexpr std::uint32_t kHeadroom = 2;

std::uint32_t shrink_for(const ResizePlan& plan) {
  for (const std::uint32_t shrink : {8U, 4U, 2U}) {
    const std::uint64_t factor = std::uint64_t{shrink} * kHeadroom;
    if (plan.crop.width >= plan.width * factor && plan.crop.height >= plan.height * factor) {
      return shrink;
    }
  }
  return 1;
}

Result<Pixels> decode(std::string_view bytes, ImageFormat format, const ResizePlan& plan) {
  switch (format) {
    case ImageFormat::Jpeg:
      return decode_jpeg(bytes, shrink_for(plan));
    case ImageFormat::Png:
      return decode_png(bytes);
    case ImageFormat::WebP:
      return decode_webp(bytes);
    case ImageFormat::Avif:
      return decode_avif(bytes);
    case ImageFormat::Gif:
    case ImageFormat::Bmp:
      return decode_gif_or_bmp(bytes);
    case ImageFormat::Svg:
      break;
  }
  return Error("it is a drawing, not a picture of pixels");
}

Result<std::string> encode(const Pixels& pixels, const OutputFormat& output) {
  switch (output.format) {
    case ImageFormat::Jpeg:
      return encode_jpeg(pixels, output.quality.value_or(kJpegQuality));
    case ImageFormat::WebP:
      return encode_webp(pixels, output.quality);
    case ImageFormat::Avif:
      return encode_avif(pixels, {output.quality.value_or(kAvifQuality), output.speed});
    default:
      return encode_png(pixels);
  }
}

std::uint32_t scaled(std::uint64_t place, std::uint32_t actual, std::uint32_t original) {
  return static_cast<std::uint32_t>(place * actual / original);
}

/// The crop in a picture that was decoded smaller than `header` says. Never empty, never beyond its edge.
Rectangle fitted_crop(const Rectangle& crop, const ImageHeader& header, const Pixels& pixels) {
  Rectangle fitted;
  fitted.x = std::min(scaled(crop.x, pixels.width, header.width), pixels.width - 1);
  fitted.y = std::min(scaled(crop.y, pixels.height, header.height), pixels.height - 1);
  fitted.width = std::clamp(scaled(crop.width, pixels.width, header.width), 1U, pixels.width - fitted.x);
  fitted.height = std::clamp(scaled(crop.height, pixels.height, header.height), 1U, pixels.height - fitted.y);
  return fitted;
}

}  // namespace

Result<std::string> make_image(std::string_view bytes, const ImageHeader& header, const ResizePlan& plan,
                               const OutputFormat& output) {
  auto decoded = decode(bytes, header.format, plan);
  if (!decoded) {
    return decoded.error();
  }
  const Pixels shown = turned(std::move(*decoded), header.orientation);
  const auto scaled_pixels = resample(shown, fitted_crop(plan.crop, header, shown), plan.width, plan.height);
  if (!scaled_pixels) {
    return scaled_pixels.error();
  }
  return encode(*scaled_pixels, output);
}

std::string encoder_version() {
  return fmt::format("{} {}", kVersion, library_versions());
}

}  // namespace loom::image
