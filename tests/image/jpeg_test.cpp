#include "image/jpeg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/pictures.h"

namespace loom::image {
namespace {

TEST(Jpeg, APictureSurvivesTheWayThere) {
  const auto decoded = decode_jpeg(*encode_jpeg(quarters(40, 30), 90), 1);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->width, 40U);
  EXPECT_EQ(decoded->height, 30U);
  EXPECT_EQ(corners(*decoded), "RGBW");
}

TEST(Jpeg, DecodingCanShrinkByEights) {
  const auto decoded = decode_jpeg(*encode_jpeg(quarters(90, 64), 90), 8);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->width, 12U);
  EXPECT_EQ(decoded->height, 8U);
  EXPECT_EQ(corners(*decoded), "RGBW");
}

TEST(Jpeg, WhatIsTransparentBecomesWhite) {
  Pixels pixels = make_pixels(16, 16, 4);
  std::fill_n(pixels.bytes.get(), pixels.size_bytes(), std::uint8_t{0});
  EXPECT_EQ(corners(*decode_jpeg(*encode_jpeg(pixels, 90), 1)), "WWWW");
}

TEST(Jpeg, QualityMakesTheFileLarger) {
  const Pixels pixels = quarters(64, 64);
  EXPECT_LT(encode_jpeg(pixels, 10)->size(), encode_jpeg(pixels, 100)->size());
}

TEST(Jpeg, TheProfileIsKept) {
  Pixels pixels = quarters(8, 8);
  pixels.color_profile = rgb_profile(300);
  EXPECT_EQ(decode_jpeg(*encode_jpeg(pixels, 80), 1)->color_profile, pixels.color_profile);
}

TEST(Jpeg, APictureCutOffIsDamaged) {
  const std::string whole = *encode_jpeg(quarters(64, 64), 90);
  const auto decoded = decode_jpeg(std::string_view(whole).substr(0, whole.size() / 2), 1);
  ASSERT_FALSE(decoded);
  EXPECT_THAT(decoded.error().message(), testing::StartsWith("it is damaged: "));
  EXPECT_FALSE(decode_jpeg("no picture", 1));
}

}  // namespace
}  // namespace loom::image
