#include "image/resample.h"

#include <gtest/gtest.h>

#include "image/pictures.h"

namespace loom::image {
namespace {

TEST(Resample, ThePictureKeepsItsParts) {
  const auto half = resample(quarters(40, 30), {0, 0, 40, 30}, 20, 15);
  ASSERT_TRUE(half);
  EXPECT_EQ(corners(*half), "RGBW");
  EXPECT_EQ(corners(*resample(quarters(4, 4), {0, 0, 4, 4}, 40, 30)), "RGBW");
}

TEST(Resample, OnlyTheCropIsUsed) {
  EXPECT_EQ(corners(*resample(quarters(40, 30), {20, 0, 20, 30}, 10, 10)), "GGWW");
  EXPECT_EQ(corners(*resample(quarters(40, 30), {20, 15, 20, 15}, 20, 15)), "WWWW");
}

TEST(Resample, TheColourOfTransparentPixelsDoesNotBleed) {
  Pixels pixels = quarters(16, 16, 4);
  for (std::uint32_t y = 0; y < 16; ++y) {
    for (std::uint32_t x = 0; x < 16; ++x) {
      set_pixel(pixels, x, y, x % 2 == 0 ? kRed : kGreen);
      pixels.row(y)[x * 4 + 3] = x % 2 == 0 ? 255 : 0;
    }
  }
  const auto half = resample(pixels, {0, 0, 16, 16}, 8, 8);
  ASSERT_TRUE(half);
  EXPECT_TRUE(looks_like(*half, 4, 4, kRed));
  EXPECT_NEAR(half->row(4)[4 * 4 + 3], 128, 16);
}

}  // namespace
}  // namespace loom::image
