#include "image/containers.h"

#include <gtest/gtest.h>

#include "image/jpeg.h"
#include "image/pictures.h"
#include "image/png.h"
#include "image/webp.h"

namespace loom::image {
namespace {

TEST(Containers, JpegPartsStandBeforeTheFirstScan) {
  const std::string file = with_exif(*encode_jpeg(quarters(30, 20), 80), 6);
  const JpegParts parts = find_jpeg_parts(file);
  EXPECT_EQ(parts.width, 30U);
  EXPECT_EQ(parts.height, 20U);
  EXPECT_TRUE(parts.exif.starts_with("Exif"));
  EXPECT_EQ(parts.color_profile, "");
}

TEST(Containers, AProfileInSeveralSegmentsIsJoined) {
  Pixels pixels = quarters(8, 8);
  // A segment holds less than 64 KiB.
  pixels.color_profile = rgb_profile(150'000);
  const std::string file = *encode_jpeg(pixels, 80);
  EXPECT_EQ(find_jpeg_parts(file).color_profile, pixels.color_profile);
  const std::size_t second = file.find("ICC_PROFILE", file.find("ICC_PROFILE") + 1);
  std::string without_second = file;
  without_second[second] = 'X';
  EXPECT_EQ(find_jpeg_parts(without_second).color_profile, "");
}

TEST(Containers, ChunksAreFoundByName) {
  const std::string png = *encode_png(quarters(30, 20));
  EXPECT_EQ(find_png_chunk(png, "IHDR").size(), 13U);
  EXPECT_EQ(find_png_chunk(png, "none"), "");
  Pixels pixels = quarters(8, 8);
  pixels.color_profile = rgb_profile(201);
  const std::string webp = *encode_webp(pixels, 80);
  EXPECT_EQ(find_riff_chunk(webp, "ICCP"), pixels.color_profile);
  EXPECT_EQ(find_riff_chunk(webp, "EXIF"), "");
}

TEST(Containers, ALengthBeyondTheEndIsNoChunk) {
  std::string png = *encode_png(quarters(3, 2));
  png[8] = '\x7f';
  EXPECT_EQ(find_png_chunk(png, "IHDR"), "");
  EXPECT_EQ(find_riff_chunk(std::string("RIFF\0\0\0\0WEBPICCP\xff\xff\xff\xff", 20), "ICCP"), "");
  EXPECT_EQ(find_jpeg_parts("\xff\xd8\xff\xe1\xff\xff").width, 0U);
}

TEST(Containers, OnlyProfilesOfRgbFit) {
  EXPECT_TRUE(is_rgb_profile(rgb_profile(200)));
  std::string grey = rgb_profile(200);
  grey.replace(16, 4, "GRAY");
  EXPECT_FALSE(is_rgb_profile(grey));
  EXPECT_FALSE(is_rgb_profile(rgb_profile(200).substr(0, 100)));
}

}  // namespace
}  // namespace loom::image
