#include "build/encoder.h"

#include <algorithm>
#include <bit>
#include <brotli/encode.h>
#include <libdeflate.h>
#include <memory>

#include "base/check.h"

namespace loom::build {
namespace {

constexpr int kGzipFast = 6;
constexpr int kGzipBest = 12;
constexpr int kBrotliFast = 5;
constexpr int kBrotliBest = 11;

std::optional<std::string> smaller_than(std::string_view body, std::string encoded) {
  return encoded.size() < body.size() ? std::optional<std::string>(std::move(encoded)) : std::nullopt;
}

/// The smallest window that holds the body: brotli allocates by it.
int brotli_window(std::size_t size_bytes) {
  return std::clamp(static_cast<int>(std::bit_width(size_bytes)) + 1, BROTLI_MIN_WINDOW_BITS,
                    BROTLI_MAX_WINDOW_BITS);
}

}  // namespace

std::optional<std::string> gzip_encoded(std::string_view body, Effort effort) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(effort == Effort::Fast ? kGzipFast : kGzipBest),
      &libdeflate_free_compressor);
  LOOM_CHECK(compressor != nullptr);
  std::string encoded(libdeflate_gzip_compress_bound(compressor.get(), body.size()), '\0');
  encoded.resize(
      libdeflate_gzip_compress(compressor.get(), body.data(), body.size(), encoded.data(), encoded.size()));
  LOOM_CHECK(!encoded.empty());
  return smaller_than(body, std::move(encoded));
}

std::optional<std::string> brotli_encoded(std::string_view body, Effort effort) {
  std::size_t length = BrotliEncoderMaxCompressedSize(body.size());
  std::string encoded(length, '\0');
  const bool encoded_whole =
      BrotliEncoderCompress(effort == Effort::Fast ? kBrotliFast : kBrotliBest, brotli_window(body.size()),
                            BROTLI_MODE_TEXT, body.size(), reinterpret_cast<const std::uint8_t*>(body.data()),
                            &length, reinterpret_cast<std::uint8_t*>(encoded.data())) == BROTLI_TRUE;
  LOOM_CHECK(encoded_whole);
  encoded.resize(length);
  return smaller_than(body, std::move(encoded));
}

}  // namespace loom::build
