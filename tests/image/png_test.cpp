#include "image/png.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/pictures.h"

namespace loom::image {
namespace {

TEST(Png, EveryPixelSurvives) {
  const Pixels pixels = quarters(40, 30);
  const auto decoded = decode_png(*encode_png(pixels));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->channel_count, 3U);
  EXPECT_TRUE(std::equal(pixels.bytes.get(), pixels.bytes.get() + pixels.size_bytes(), decoded->bytes.get()));
}

TEST(Png, AlphaSurvives) {
  Pixels pixels = quarters(4, 4, 4);
  pixels.row(1)[7] = 77;
  const auto decoded = decode_png(*encode_png(pixels));
  ASSERT_TRUE(decoded);
  ASSERT_EQ(decoded->channel_count, 4U);
  EXPECT_EQ(decoded->row(1)[7], 77);
}

TEST(Png, TheProfileIsKept) {
  Pixels pixels = quarters(8, 8);
  pixels.color_profile = rgb_profile(100'000);
  EXPECT_EQ(decode_png(*encode_png(pixels))->color_profile, pixels.color_profile);
}

TEST(Png, APictureCutOffIsDamaged) {
  const std::string whole = *encode_png(quarters(64, 64));
  const auto decoded = decode_png(std::string_view(whole).substr(0, whole.size() / 2));
  ASSERT_FALSE(decoded);
  EXPECT_THAT(decoded.error().message(), testing::StartsWith("it is damaged: "));
  EXPECT_FALSE(decode_png("no picture"));
}

}  // namespace
}  // namespace loom::image
