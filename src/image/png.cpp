#include "image/png.h"

#include <libdeflate.h>
#include <memory>
#include <png.h>

#include "image/byte_order.h"
#include "image/containers.h"
#include "image/limits.h"

namespace loom::image {
namespace {

using base::Error;
using base::Result;

constexpr std::size_t kEndOfFirstChunk = 33;
constexpr int kProfileEffort = 6;

struct FreeImage {
  void operator()(png_image* image) const { png_image_free(image); }
};

std::string uncompressed(std::string_view packed) {
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
  std::string out;
  for (std::size_t room = std::size_t{64} << 10; room <= kColorProfileBytesMax; room *= 4) {
    out.resize(room);
    std::size_t size_bytes = 0;
    const auto result = libdeflate_zlib_decompress(decompressor.get(), packed.data(), packed.size(),
                                                   out.data(), out.size(), &size_bytes);
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
      out.resize(result == LIBDEFLATE_SUCCESS ? size_bytes : 0);
      return out;
    }
  }
  return "";
}

/// Name, NUL, compression method 0, zlib stream (PNG 3rd edition, §11.3.2.3).
std::string read_profile(std::string_view bytes) {
  const std::string_view chunk = find_png_chunk(bytes, "iCCP");
  const std::size_t end_of_name = chunk.find('\0');
  if (end_of_name == std::string_view::npos || read_byte(chunk, end_of_name + 1) != 0) {
    return "";
  }
  std::string profile = uncompressed(chunk.substr(std::min(end_of_name + 2, chunk.size())));
  return is_rgb_profile(profile) ? profile : "";
}

std::string big32(std::size_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(value >> shift & 0xff);
  }
  return bytes;
}

std::string profile_chunk(std::string_view profile) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(kProfileEffort), &libdeflate_free_compressor);
  std::string packed(libdeflate_zlib_compress_bound(compressor.get(), profile.size()), '\0');
  packed.resize(libdeflate_zlib_compress(compressor.get(), profile.data(), profile.size(), packed.data(),
                                         packed.size()));
  std::string chunk = "iCCP";
  chunk += std::string_view("icc\0\0", 5);
  chunk += packed;
  return big32(chunk.size() - 4) + chunk + big32(libdeflate_crc32(0, chunk.data(), chunk.size()));
}

}  // namespace

Result<Pixels> decode_png(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  const std::unique_ptr<png_image, FreeImage> freed_at_end(&image);
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
    return Error(std::string("it is damaged: ") + image.message);
  }
  // Else libpng takes 16-bit colours for linear ones where the file does not say what they are.
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  const bool has_alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  image.format = has_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  if (std::uint64_t{image.width} * image.height > kImagePixelsMax) {
    return Error("it is too large");
  }
  Pixels pixels = make_pixels(image.width, image.height, has_alpha ? 4 : 3);
  if (png_image_finish_read(&image, nullptr, pixels.bytes.get(), 0, nullptr) == 0) {
    return Error(std::string("it is damaged: ") + image.message);
  }
  pixels.color_profile = read_profile(bytes);
  return pixels;
}

Result<std::string> encode_png(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = pixels.width;
  image.height = pixels.height;
  image.format = pixels.channel_count == 4 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  png_alloc_size_t size_bytes = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size_bytes, '\0');
  if (png_image_write_to_memory(&image, bytes.data(), &size_bytes, 0, pixels.bytes.get(), 0, nullptr) == 0) {
    return Error(std::string("no PNG can be made of it: ") + image.message);
  }
  bytes.resize(size_bytes);
  if (!pixels.color_profile.empty()) {
    bytes.insert(kEndOfFirstChunk, profile_chunk(pixels.color_profile));
  }
  return bytes;
}

}  // namespace loom::image
