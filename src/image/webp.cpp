#include "image/webp.h"

#include <algorithm>
#include <memory>
#include <webp/decode.h>
#include <webp/demux.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include "image/containers.h"
#include "image/limits.h"

namespace loom::image {
namespace {

using base::Error;
using base::Result;

const std::uint8_t* data_of(std::string_view bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

Error damaged() {
  return Error("it is damaged");
}

bool find_features(std::string_view bytes, WebPBitstreamFeatures& features) {
  return WebPGetFeatures(data_of(bytes), bytes.size(), &features) == VP8_STATUS_OK && features.width > 0 &&
         features.height > 0;
}

Result<Pixels> decode_still(std::string_view bytes, const WebPBitstreamFeatures& features) {
  const bool has_alpha = features.has_alpha != 0;
  Pixels pixels = make_pixels(static_cast<std::uint32_t>(features.width),
                              static_cast<std::uint32_t>(features.height), has_alpha ? 4 : 3);
  const auto decode_into = has_alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
  const auto* decoded = decode_into(data_of(bytes), bytes.size(), pixels.bytes.get(), pixels.size_bytes(),
                                    static_cast<int>(pixels.row_bytes()));
  return decoded == nullptr ? Result<Pixels>(damaged()) : Result<Pixels>(std::move(pixels));
}

/// The first frame on its canvas.
Result<Pixels> decode_first_frame(std::string_view bytes) {
  const WebPData data{data_of(bytes), bytes.size()};
  const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(
      WebPAnimDecoderNew(&data, nullptr), &WebPAnimDecoderDelete);
  WebPAnimInfo info{};
  std::uint8_t* frame = nullptr;
  int timestamp = 0;
  if (!decoder || WebPAnimDecoderGetInfo(decoder.get(), &info) == 0 ||
      std::uint64_t{info.canvas_width} * info.canvas_height > kImagePixelsMax ||
      WebPAnimDecoderGetNext(decoder.get(), &frame, &timestamp) == 0) {
    return damaged();
  }
  Pixels pixels = make_pixels(info.canvas_width, info.canvas_height, 4);
  std::copy_n(frame, pixels.size_bytes(), pixels.bytes.get());
  return pixels;
}

/// Bytes that libwebp allocated.
struct Encoded {
  std::uint8_t* bytes = nullptr;
  std::size_t size_bytes = 0;

  Encoded() = default;
  Encoded(const Encoded&) = delete;
  Encoded& operator=(const Encoded&) = delete;
  ~Encoded() { WebPFree(bytes); }

  std::string text() const { return {reinterpret_cast<const char*>(bytes), size_bytes}; }
};

void encode(const Pixels& pixels, std::optional<int> quality, Encoded& out) {
  const int width = static_cast<int>(pixels.width);
  const int height = static_cast<int>(pixels.height);
  const int stride = static_cast<int>(pixels.row_bytes());
  const std::uint8_t* bytes = pixels.bytes.get();
  const bool has_alpha = pixels.channel_count == 4;
  if (quality) {
    const auto encode_lossy = has_alpha ? WebPEncodeRGBA : WebPEncodeRGB;
    out.size_bytes = encode_lossy(bytes, width, height, stride, static_cast<float>(*quality), &out.bytes);
  } else {
    const auto encode_lossless = has_alpha ? WebPEncodeLosslessRGBA : WebPEncodeLosslessRGB;
    out.size_bytes = encode_lossless(bytes, width, height, stride, &out.bytes);
  }
}

/// The file with the profile in its container; "" when that fails.
std::string with_profile(const Encoded& file, const std::string& profile) {
  const std::unique_ptr<WebPMux, decltype(&WebPMuxDelete)> mux(WebPMuxNew(), &WebPMuxDelete);
  const WebPData picture{file.bytes, file.size_bytes};
  const WebPData profile_data{data_of(profile), profile.size()};
  WebPData whole{};
  if (!mux || WebPMuxSetImage(mux.get(), &picture, 0) != WEBP_MUX_OK ||
      WebPMuxSetChunk(mux.get(), "ICCP", &profile_data, 0) != WEBP_MUX_OK ||
      WebPMuxAssemble(mux.get(), &whole) != WEBP_MUX_OK) {
    return "";
  }
  std::string bytes(reinterpret_cast<const char*>(whole.bytes), whole.size);
  WebPDataClear(&whole);
  return bytes;
}

}  // namespace

std::optional<WebpSize> find_webp_size(std::string_view bytes) {
  WebPBitstreamFeatures features;
  if (!find_features(bytes, features)) {
    return std::nullopt;
  }
  return WebpSize{static_cast<std::uint32_t>(features.width), static_cast<std::uint32_t>(features.height)};
}

Result<Pixels> decode_webp(std::string_view bytes) {
  WebPBitstreamFeatures features;
  if (!find_features(bytes, features)) {
    return damaged();
  }
  auto pixels = features.has_animation != 0 ? decode_first_frame(bytes) : decode_still(bytes, features);
  if (pixels) {
    const std::string_view profile = find_riff_chunk(bytes, "ICCP");
    pixels->color_profile = is_rgb_profile(profile) ? profile : "";
  }
  return pixels;
}

Result<std::string> encode_webp(const Pixels& pixels, std::optional<int> quality) {
  Encoded encoded;
  encode(pixels, quality, encoded);
  std::string bytes = encoded.size_bytes == 0        ? ""
                      : pixels.color_profile.empty() ? encoded.text()
                                                     : with_profile(encoded, pixels.color_profile);
  if (bytes.empty()) {
    return Error("no WebP can be made of it");
  }
  return bytes;
}

}  // namespace loom::image
