#include "image/header.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/avif.h"
#include "image/jpeg.h"
#include "image/pictures.h"
#include "image/png.h"
#include "image/webp.h"

namespace loom::image {
namespace {

using testing::HasSubstr;

/// "jpg 30x20", or the error.
std::string described(std::string_view bytes, std::string_view file_name = "a") {
  const auto header = parse_image_header(bytes, file_name);
  return header ? std::string(extension_of(header->format)) + " " + std::to_string(header->width) + "x" +
                      std::to_string(header->height)
                : header.error().message();
}

TEST(Header, TheBytesTellTheFormatAndTheSize) {
  const Pixels pixels = quarters(30, 20);
  EXPECT_EQ(described(*encode_jpeg(pixels, 80), "a.png"), "jpg 30x20");
  EXPECT_EQ(described(*encode_png(pixels)), "png 30x20");
  EXPECT_EQ(described(*encode_webp(pixels, 80)), "webp 30x20");
  EXPECT_EQ(described(*encode_webp(pixels, std::nullopt)), "webp 30x20");
  EXPECT_EQ(described(*encode_avif(pixels, {50, 10})), "avif 30x20");
  EXPECT_EQ(described(std::string("GIF89a\x1e\0\x14\0\0\0\0", 13)), "gif 30x20");
}

TEST(Header, BmpRowsMayGoEitherWay) {
  std::string bmp(54, '\0');
  bmp.replace(0, 2, "BM");
  bmp[14] = 40;
  bmp[18] = 30;
  bmp[22] = 20;
  EXPECT_EQ(described(bmp), "bmp 30x20");
  bmp.replace(22, 4, "\xec\xff\xff\xff");
  EXPECT_EQ(described(bmp), "bmp 30x20");
}

TEST(Header, TheSizeIsThatOfThePictureAsShown) {
  const std::string jpeg = *encode_jpeg(quarters(30, 20), 80);
  EXPECT_EQ(described(with_exif(jpeg, 3)), "jpg 30x20");
  EXPECT_EQ(described(with_exif(jpeg, 6)), "jpg 20x30");
  EXPECT_EQ(parse_image_header(with_exif(jpeg, 6), "a.jpg")->orientation, Orientation::TurnedClockwise);
}

TEST(Header, SvgIsKnownByItsName) {
  EXPECT_EQ(described("<svg width='30' height='20'/>", "a.SVG"), "svg 30x20");
  EXPECT_THAT(described("<svg width='30' height='20'/>", "a.png"), HasSubstr("none of JPEG"));
}

TEST(Header, WhatIsNoImageSaysSo) {
  EXPECT_EQ(described(""), "it is empty");
  EXPECT_THAT(described("hello"), HasSubstr("none of JPEG, PNG, WebP, AVIF, GIF, BMP and SVG"));
  EXPECT_THAT(described("\xff\xd8\xff\xd9"), HasSubstr("damaged"));
  EXPECT_THAT(described("GIF89a"), HasSubstr("damaged"));
  EXPECT_THAT(described(std::string("RIFF\x04\0\0\0WEBP", 12)), HasSubstr("damaged"));
}

TEST(Header, AHugePictureIsRefusedByItsHeader) {
  std::string png = *encode_png(quarters(3, 2));
  png.replace(16, 8, std::string("\0\0\x40\0\0\0\x40\0", 8));
  EXPECT_EQ(described(png), "it is too large: 16384 x 16384 pixels, and at most 100 megapixels are read");
}

}  // namespace
}  // namespace loom::image
