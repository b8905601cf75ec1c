#include "image/avif.h"

#include <avif/avif.h>
#include <gtest/gtest.h>

#include "image/pictures.h"
#include "image/turn.h"

namespace loom::image {
namespace {

/// The file with its picture turned to the left by quarters, then mirrored (-1: not).
std::string transformed(int turns, int mirror) {
  const Pixels pixels = quarters(64, 32);
  avifImage* image = avifImageCreate(64, 32, 8, AVIF_PIXEL_FORMAT_YUV444);
  avifRGBImage rgb;
  avifRGBImageSetDefaults(&rgb, image);
  rgb.format = AVIF_RGB_FORMAT_RGB;
  rgb.pixels = pixels.bytes.get();
  rgb.rowBytes = 64 * 3;
  avifImageRGBToYUV(image, &rgb);
  image->transformFlags = AVIF_TRANSFORM_IROT | (mirror < 0 ? 0U : unsigned{AVIF_TRANSFORM_IMIR});
  image->irot.angle = static_cast<std::uint8_t>(turns);
  image->imir.mode = static_cast<std::uint8_t>(std::max(0, mirror));
  avifEncoder* encoder = avifEncoderCreate();
  encoder->speed = 10;
  avifRWData data = AVIF_DATA_EMPTY;
  avifEncoderWrite(encoder, image, &data);
  std::string file(reinterpret_cast<const char*>(data.data), data.size);
  avifRWDataFree(&data);
  avifEncoderDestroy(encoder);
  avifImageDestroy(image);
  return file;
}

std::string shown_corners(const std::string& file) {
  const auto header = parse_avif_header(file);
  const Pixels shown = turned(*decode_avif(file), header->orientation);
  EXPECT_EQ(shown.width, header->width);
  EXPECT_EQ(shown.height, header->height);
  return corners(shown);
}

TEST(Avif, APictureSurvivesTheWayThere) {
  const std::string file = *encode_avif(quarters(40, 32), {90, 10});
  EXPECT_TRUE(is_avif(file));
  const auto decoded = decode_avif(file);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->width, 40U);
  EXPECT_EQ(corners(*decoded), "RGBW");
}

TEST(Avif, QualityMakesTheFileLarger) {
  const Pixels pixels = quarters(63, 63);
  EXPECT_LT(encode_avif(pixels, {1, 10})->size(), encode_avif(pixels, {100, 10})->size());
}

TEST(Avif, AlphaAndProfileSurvive) {
  Pixels pixels = quarters(16, 16, 4);
  std::fill_n(pixels.row(0), pixels.row_bytes() * 8, std::uint8_t{0});
  pixels.color_profile = rgb_profile(300);
  const auto decoded = decode_avif(*encode_avif(pixels, {90, 10}));
  ASSERT_TRUE(decoded);
  ASSERT_EQ(decoded->channel_count, 4U);
  EXPECT_LT(decoded->row(0)[3], 16);
  EXPECT_GT(decoded->row(15)[3], 240);
  EXPECT_EQ(decoded->color_profile, pixels.color_profile);
}

TEST(Avif, TurnsAndMirrorsOfTheContainerAreApplied) {
  EXPECT_EQ(shown_corners(transformed(0, -1)), "RGBW");
  EXPECT_EQ(shown_corners(transformed(1, -1)), "GWRB");
  EXPECT_EQ(shown_corners(transformed(2, -1)), "WBGR");
  EXPECT_EQ(shown_corners(transformed(3, -1)), "BRWG");
  // Top and bottom change places, after the turn.
  EXPECT_EQ(shown_corners(transformed(0, 0)), "BWRG");
  EXPECT_EQ(shown_corners(transformed(1, 0)), "RBGW");
  EXPECT_EQ(shown_corners(transformed(2, 0)), "GRWB");
  EXPECT_EQ(shown_corners(transformed(3, 0)), "WGBR");
  // Left and right.
  EXPECT_EQ(shown_corners(transformed(0, 1)), "GRWB");
  EXPECT_EQ(shown_corners(transformed(1, 1)), "WGBR");
  EXPECT_EQ(shown_corners(transformed(2, 1)), "BWRG");
  EXPECT_EQ(shown_corners(transformed(3, 1)), "RBGW");
}

TEST(Avif, OnlyItsBrandsAreItsOwn) {
  EXPECT_FALSE(is_avif(""));
  EXPECT_FALSE(
      is_avif(std::string("\0\0\0\x18"
                          "ftypheic\0\0\0\0mif1heic",
                          24)));
  EXPECT_TRUE(
      is_avif(std::string("\0\0\0\x18"
                          "ftypmif1\0\0\0\0mif1avif",
                          24)));
}

TEST(Avif, APictureCutOffIsDamaged) {
  const std::string whole = *encode_avif(quarters(64, 64), {90, 10});
  EXPECT_FALSE(decode_avif(std::string_view(whole).substr(0, whole.size() - 8)));
  EXPECT_FALSE(parse_avif_header(std::string_view(whole).substr(0, 40)));
}

}  // namespace
}  // namespace loom::image
