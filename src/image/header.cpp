#include "image/header.h"

#include <fmt/format.h>
#include <utility>

#include "base/ascii.h"
#include "image/avif.h"
#include "image/byte_order.h"
#include "image/containers.h"
#include "image/limits.h"
#include "image/svg_size.h"
#include "image/webp.h"

namespace loom::image {
namespace {

using base::Error;
using base::Result;

Error damaged() {
  return Error("it is damaged: it does not say how large the picture is");
}

ImageHeader plain_header(ImageFormat format, std::uint32_t width, std::uint32_t height) {
  return {format, width, height, Orientation::Normal};
}

/// `header` has the stored sides.
ImageHeader turned(ImageHeader header, Orientation orientation) {
  header.orientation = orientation;
  if (swaps_sides(orientation)) {
    std::swap(header.width, header.height);
  }
  return header;
}

ImageHeader parse_jpeg(std::string_view bytes) {
  const JpegParts parts = find_jpeg_parts(bytes);
  return turned(plain_header(ImageFormat::Jpeg, parts.width, parts.height),
                parse_exif_orientation(parts.exif));
}

ImageHeader parse_png(std::string_view bytes) {
  const std::string_view size = find_png_chunk(bytes, "IHDR");
  return turned(plain_header(ImageFormat::Png, read_big32(size, 0), read_big32(size, 4)),
                parse_exif_orientation(find_png_chunk(bytes, "eXIf")));
}

Result<ImageHeader> parse_webp(std::string_view bytes) {
  const auto size = find_webp_size(bytes);
  if (!size) {
    return damaged();
  }
  return turned(plain_header(ImageFormat::WebP, size->width, size->height),
                parse_exif_orientation(find_riff_chunk(bytes, "EXIF")));
}

ImageHeader parse_gif(std::string_view bytes) {
  return plain_header(ImageFormat::Gif, read_little16(bytes, 6), read_little16(bytes, 8));
}

/// The height is negative where rows go from top to bottom. The oldest form has sides of 16 bits.
ImageHeader parse_bmp(std::string_view bytes) {
  if (read_little32(bytes, 14) == 12) {
    return plain_header(ImageFormat::Bmp, read_little16(bytes, 18), read_little16(bytes, 20));
  }
  const auto height = static_cast<std::int32_t>(read_little32(bytes, 22));
  return plain_header(
      ImageFormat::Bmp, read_little32(bytes, 18),
      height < 0 ? 0U - static_cast<std::uint32_t>(height) : static_cast<std::uint32_t>(height));
}

Result<ImageHeader> parse_any(std::string_view bytes, std::string_view file_name) {
  if (base::lower_ascii(file_name).ends_with(".svg")) {
    const auto size = parse_svg_size(bytes);
    return size ? Result<ImageHeader>(plain_header(ImageFormat::Svg, size->width, size->height))
                : Result<ImageHeader>(size.error());
  }
  if (bytes.starts_with("\xff\xd8\xff")) {
    return parse_jpeg(bytes);
  }
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) {
    return parse_png(bytes);
  }
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) {
    return parse_webp(bytes);
  }
  if (is_avif(bytes)) {
    return parse_avif_header(bytes);
  }
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) {
    return parse_gif(bytes);
  }
  if (bytes.starts_with("BM")) {
    return parse_bmp(bytes);
  }
  return Error(bytes.empty() ? "it is empty" : "it is none of JPEG, PNG, WebP, AVIF, GIF, BMP and SVG");
}

}  // namespace

Result<ImageHeader> parse_image_header(std::string_view bytes, std::string_view file_name) {
  auto header = parse_any(bytes, file_name);
  if (!header) {
    return header;
  }
  if (header->width == 0 || header->height == 0) {
    return damaged();
  }
  if (header->format != ImageFormat::Svg && std::uint64_t{header->width} * header->height > kImagePixelsMax) {
    return Error(fmt::format("it is too large: {} x {} pixels, and at most {} megapixels are read",
                             header->width, header->height, kImagePixelsMax / 1'000'000));
  }
  return header;
}

}  // namespace loom::image
