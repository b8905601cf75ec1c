#include "image/simple_formats.h"

#include <gtest/gtest.h>

#include "image/pictures.h"

namespace loom::image {
namespace {

/// Two by two pixels: red, green / blue, white.
std::string small_gif() {
  return std::string(
      "GIF89a\x02\0\x02\0\x91\0\0"
      "\xff\0\0\0\xff\0\0\0\xff\xff\xff\xff"
      ",\0\0\0\0\x02\0\x02\0\0\x02\x03\x44\x34\x05\0;",
      41);
}

/// The same; rows go from bottom to top and are filled up to four bytes.
std::string small_bmp() {
  std::string bmp(54, '\0');
  bmp.replace(0, 2, "BM");
  bmp[10] = 54;
  bmp[14] = 40;
  bmp[18] = 2;
  bmp[22] = 2;
  bmp[26] = 1;
  bmp[28] = 24;
  return bmp + std::string(
                   "\xff\0\0\xff\xff\xff\0\0"
                   "\0\0\xff\0\xff\0\0\0",
                   16);
}

TEST(SimpleFormats, GifAndBmpAreDecoded) {
  const auto gif = decode_gif_or_bmp(small_gif());
  ASSERT_TRUE(gif);
  EXPECT_EQ(corners(*gif), "RGBW");
  const auto bmp = decode_gif_or_bmp(small_bmp());
  ASSERT_TRUE(bmp);
  EXPECT_EQ(corners(*bmp), "RGBW");
}

TEST(SimpleFormats, APictureCutOffIsDamaged) {
  EXPECT_FALSE(decode_gif_or_bmp(small_gif().substr(0, 20)));
  EXPECT_FALSE(decode_gif_or_bmp(""));
}

}  // namespace
}  // namespace loom::image
