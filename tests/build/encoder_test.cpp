#include "build/encoder.h"

#include <gtest/gtest.h>
#include <libdeflate.h>
#include <memory>

namespace loom::build {
namespace {

std::string compressible_text(std::size_t lines) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) {
    text += "line " + std::to_string(i % 17) + " of a text that repeats itself\n";
  }
  return text;
}

std::string gzip_decoded(const std::string& coded, std::size_t size_bytes) {
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
  std::string text(size_bytes, '\0');
  EXPECT_EQ(libdeflate_gzip_decompress(decompressor.get(), coded.data(), coded.size(), text.data(),
                                       text.size(), nullptr),
            LIBDEFLATE_SUCCESS);
  return text;
}

TEST(Encoder, GzipDecodesToTheBody) {
  for (const std::size_t lines : {20U, 5000U}) {
    const std::string text = compressible_text(lines);
    for (const Effort effort : {Effort::Fast, Effort::Best}) {
      const auto coded = gzip_encoded(text, effort);
      ASSERT_TRUE(coded.has_value());
      EXPECT_EQ(gzip_decoded(*coded, text.size()), text);
      EXPECT_EQ(gzip_encoded(text, effort), coded) << "the same each time";
    }
  }
}

TEST(Encoder, BrotliIsSmallerAndTheSameEachTime) {
  const std::string text = compressible_text(5000);
  const auto fast = brotli_encoded(text, Effort::Fast);
  const auto best = brotli_encoded(text, Effort::Best);
  ASSERT_TRUE(fast.has_value());
  ASSERT_TRUE(best.has_value());
  EXPECT_LT(fast->size(), text.size() / 10);
  EXPECT_LE(best->size(), fast->size());
  EXPECT_EQ(brotli_encoded(text, Effort::Fast), fast);
}

TEST(Encoder, WhatDoesNotGetSmallerIsLeftAlone) {
  for (const std::string_view text :
       {std::string_view(""), std::string_view("a"), std::string_view("abcde")}) {
    EXPECT_EQ(gzip_encoded(text, Effort::Fast), std::nullopt) << text;
    EXPECT_EQ(brotli_encoded(text, Effort::Best), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace loom::build
