#include "image/avif.h"

#include <avif/avif.h>
#include <memory>

#include "image/byte_order.h"
#include "image/containers.h"
#include "image/limits.h"

namespace loom::image {
namespace {

using base::Error;
using base::Result;

using Decoder = std::unique_ptr<avifDecoder, decltype(&avifDecoderDestroy)>;
using Encoder = std::unique_ptr<avifEncoder, decltype(&avifEncoderDestroy)>;
using Image = std::unique_ptr<avifImage, decltype(&avifImageDestroy)>;

Error damaged(avifResult result) {
  return Error(std::string("it is damaged: ") + avifResultToString(result));
}

/// Null with `result` set when the container cannot be read. Borrows `bytes`.
Decoder open_decoder(std::string_view bytes, avifResult& result) {
  Decoder decoder(avifDecoderCreate(), &avifDecoderDestroy);
  // Images are made in parallel already.
  decoder->maxThreads = 1;
  decoder->imageSizeLimit = kImagePixelsMax;
  decoder->strictFlags = AVIF_STRICT_DISABLED;
  decoder->ignoreExif = AVIF_TRUE;
  decoder->ignoreXMP = AVIF_TRUE;
  result = avifDecoderSetIOMemory(decoder.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                  bytes.size());
  if (result == AVIF_RESULT_OK) {
    result = avifDecoderParse(decoder.get());
  }
  return result == AVIF_RESULT_OK ? std::move(decoder) : Decoder(nullptr, &avifDecoderDestroy);
}

/// First a turn to the left by quarters, then a mirror (HEIF, ISO/IEC 23008-12 §6.5.10 and §6.5.12), as the
/// one step that Exif has.
Orientation orientation_of(const avifImage& image) {
  const unsigned turns = (image.transformFlags & AVIF_TRANSFORM_IROT) != 0 ? image.irot.angle & 3U : 0;
  constexpr Orientation kTurned[] = {Orientation::Normal, Orientation::TurnedCounterclockwise,
                                     Orientation::TurnedAround, Orientation::TurnedClockwise};
  // Mirrored with the axis lying or standing, after each turn.
  constexpr Orientation kMirrored[2][4] = {{Orientation::MirroredVertically, Orientation::Transposed,
                                            Orientation::MirroredHorizontally, Orientation::Transversed},
                                           {Orientation::MirroredHorizontally, Orientation::Transversed,
                                            Orientation::MirroredVertically, Orientation::Transposed}};
  return (image.transformFlags & AVIF_TRANSFORM_IMIR) == 0 ? kTurned[turns]
                                                           : kMirrored[image.imir.mode & 1][turns];
}

/// AV1 counts from 63 (worst) to 0.
int quantizer_for(int quality) {
  return ((100 - quality) * AVIF_QUANTIZER_WORST_QUALITY + 50) / 100;
}

avifRGBImage rgb_view(const avifImage& image, const Pixels& pixels) {
  avifRGBImage rgb;
  avifRGBImageSetDefaults(&rgb, &image);
  rgb.format = pixels.channel_count == 4 ? AVIF_RGB_FORMAT_RGBA : AVIF_RGB_FORMAT_RGB;
  rgb.depth = 8;
  rgb.pixels = pixels.bytes.get();
  rgb.rowBytes = static_cast<std::uint32_t>(pixels.row_bytes());
  return rgb;
}

Encoder open_encoder(AvifEffort effort) {
  Encoder encoder(avifEncoderCreate(), &avifEncoderDestroy);
  encoder->maxThreads = 1;
  encoder->speed = effort.speed;
  encoder->minQuantizer = quantizer_for(effort.quality);
  encoder->maxQuantizer = encoder->minQuantizer;
  encoder->minQuantizerAlpha = encoder->minQuantizer;
  encoder->maxQuantizerAlpha = encoder->minQuantizer;
  return encoder;
}

}  // namespace

bool is_avif(std::string_view bytes) {
  if (bytes.substr(0, 8).substr(std::min<std::size_t>(4, bytes.size())) != "ftyp") {
    return false;
  }
  const std::string_view box = bytes.substr(0, read_big32(bytes, 0));
  for (std::size_t at = 8; at + 4 <= box.size(); at += 4) {
    const std::string_view brand = box.substr(at, 4);
    if (brand == "avif" || brand == "avis") {
      return true;
    }
  }
  return false;
}

Result<ImageHeader> parse_avif_header(std::string_view bytes) {
  avifResult result = AVIF_RESULT_OK;
  const Decoder decoder = open_decoder(bytes, result);
  if (!decoder) {
    return damaged(result);
  }
  ImageHeader header{ImageFormat::Avif, decoder->image->width, decoder->image->height,
                     orientation_of(*decoder->image)};
  if (swaps_sides(header.orientation)) {
    std::swap(header.width, header.height);
  }
  return header;
}

Result<Pixels> decode_avif(std::string_view bytes) {
  avifResult result = AVIF_RESULT_OK;
  const Decoder decoder = open_decoder(bytes, result);
  if (decoder) {
    result = avifDecoderNextImage(decoder.get());
  }
  if (result != AVIF_RESULT_OK) {
    return damaged(result);
  }
  const avifImage& image = *decoder->image;
  Pixels pixels = make_pixels(image.width, image.height, image.alphaPlane != nullptr ? 4 : 3);
  avifRGBImage rgb = rgb_view(image, pixels);
  result = avifImageYUVToRGB(&image, &rgb);
  if (result != AVIF_RESULT_OK) {
    return damaged(result);
  }
  const std::string_view profile(reinterpret_cast<const char*>(image.icc.data), image.icc.size);
  pixels.color_profile = is_rgb_profile(profile) ? profile : "";
  return pixels;
}

Result<std::string> encode_avif(const Pixels& pixels, AvifEffort effort) {
  const Image image(avifImageCreate(pixels.width, pixels.height, 8, AVIF_PIXEL_FORMAT_YUV420),
                    &avifImageDestroy);
  image->matrixCoefficients = AVIF_MATRIX_COEFFICIENTS_BT601;
  if (pixels.color_profile.empty()) {
    image->colorPrimaries = AVIF_COLOR_PRIMARIES_BT709;
    image->transferCharacteristics = AVIF_TRANSFER_CHARACTERISTICS_SRGB;
  } else {
    avifImageSetProfileICC(image.get(), reinterpret_cast<const std::uint8_t*>(pixels.color_profile.data()),
                           pixels.color_profile.size());
  }
  const avifRGBImage rgb = rgb_view(*image, pixels);
  avifResult result = avifImageRGBToYUV(image.get(), &rgb);
  avifRWData file = AVIF_DATA_EMPTY;
  if (result == AVIF_RESULT_OK) {
    result = avifEncoderWrite(open_encoder(effort).get(), image.get(), &file);
  }
  std::string bytes(reinterpret_cast<const char*>(file.data), file.size);
  avifRWDataFree(&file);
  if (result != AVIF_RESULT_OK) {
    return Error(std::string("no AVIF can be made of it: ") + avifResultToString(result));
  }
  return bytes;
}

}  // namespace loom::image
