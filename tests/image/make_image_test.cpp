#include "image/make_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/avif.h"
#include "image/jpeg.h"
#include "image/pictures.h"
#include "image/png.h"
#include "image/webp.h"

namespace loom::image {
namespace {

std::string made(const std::string& source, ResizeRequest request, OutputFormat output) {
  const auto header = parse_image_header(source, "a");
  const auto bytes = make_image(source, *header, plan_resize(request, header->width, header->height), output);
  EXPECT_TRUE(bytes);
  return *bytes;
}

std::string described(const std::string& file) {
  const auto header = parse_image_header(file, "a");
  const ResizePlan same =
      plan_resize({ResizeMode::Scale, header->width, header->height}, header->width, header->height);
  const auto pixels = decode_png(*make_image(file, *header, same, {ImageFormat::Png}));
  return std::string(extension_of(header->format)) + " " + std::to_string(pixels->width) + "x" +
         std::to_string(pixels->height) + " " + corners(*pixels);
}

TEST(MakeImage, EveryOutputFormatIsMade) {
  const std::string source = *encode_jpeg(quarters(64, 48), 95);
  const ResizeRequest request{ResizeMode::FitWidth, 32, 0};
  EXPECT_EQ(described(made(source, request, {ImageFormat::Jpeg, 95})), "jpg 32x24 RGBW");
  EXPECT_EQ(described(made(source, request, {ImageFormat::Png})), "png 32x24 RGBW");
  EXPECT_EQ(described(made(source, request, {ImageFormat::WebP, 95})), "webp 32x24 RGBW");
  EXPECT_EQ(described(made(source, request, {ImageFormat::WebP})), "webp 32x24 RGBW");
  EXPECT_EQ(described(made(source, request, {ImageFormat::Avif, 95, 10})), "avif 32x24 RGBW");
}

TEST(MakeImage, EverySourceFormatIsRead) {
  const Pixels pixels = quarters(64, 48);
  const ResizeRequest request{ResizeMode::Scale, 20, 30};
  EXPECT_EQ(described(made(*encode_png(pixels), request, {ImageFormat::Png})), "png 20x30 RGBW");
  EXPECT_EQ(described(made(*encode_webp(pixels, 95), request, {ImageFormat::Png})), "png 20x30 RGBW");
  EXPECT_EQ(described(made(*encode_avif(pixels, {95, 10}), request, {ImageFormat::Png})), "png 20x30 RGBW");
}

TEST(MakeImage, ThePictureIsMadeAsItIsShown) {
  const std::string jpeg = *encode_jpeg(quarters(64, 32), 95);
  const ResizeRequest request{ResizeMode::FitWidth, 16, 0};
  const char* const kShown[] = {"RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const std::string size = orientation < 5 ? "16x8 " : "16x32 ";
    EXPECT_EQ(described(made(with_exif(jpeg, orientation), request, {ImageFormat::Png})),
              "png " + size + kShown[orientation - 1])
        << orientation;
  }
}

TEST(MakeImage, ALargePictureIsCutTheSameAsASmallOne) {
  // Decoded at an eighth of its size.
  const std::string large = *encode_jpeg(quarters(1600, 400), 90);
  EXPECT_EQ(described(made(large, {ResizeMode::Fill, 20, 20}, {ImageFormat::Png})), "png 20x20 RGBW");
  EXPECT_EQ(described(made(with_exif(large, 6), {ResizeMode::Fill, 20, 20}, {ImageFormat::Png})),
            "png 20x20 BRWG");
}

TEST(MakeImage, TheProfileGoesAlong) {
  Pixels pixels = quarters(64, 48);
  pixels.color_profile = rgb_profile(300);
  const std::string bytes =
      made(*encode_jpeg(pixels, 95), {ResizeMode::FitWidth, 32, 0}, {ImageFormat::WebP, 90});
  EXPECT_EQ(decode_webp(bytes)->color_profile, pixels.color_profile);
}

TEST(MakeImage, TheSameInputGivesTheSameBytes) {
  const std::string source = *encode_jpeg(quarters(64, 48), 95);
  for (const ImageFormat format :
       {ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Avif}) {
    const ResizeRequest request{ResizeMode::Fill, 30, 30};
    EXPECT_EQ(made(source, request, {format, 50, 10}), made(source, request, {format, 50, 10}));
  }
}

TEST(MakeImage, DrawingsAreNotMadeIntoPictures) {
  const std::string svg = "<svg width='3' height='2'/>";
  const auto header = parse_image_header(svg, "a.svg");
  const auto bytes = make_image(svg, *header, plan_resize({ResizeMode::Scale, 3, 2}, 3, 2), {});
  ASSERT_FALSE(bytes);
  EXPECT_THAT(bytes.error().message(), testing::HasSubstr("drawing"));
}

TEST(MakeImage, TheVersionNamesTheLibraries) {
  EXPECT_THAT(encoder_version(),
              testing::AllOf(testing::HasSubstr("libjpeg"), testing::HasSubstr("libavif 0.")));
}

}  // namespace
}  // namespace loom::image
