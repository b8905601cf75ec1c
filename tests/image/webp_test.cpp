#include "image/webp.h"

#include <gtest/gtest.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include "image/pictures.h"

namespace loom::image {
namespace {

TEST(Webp, WithoutQualityEveryPixelSurvives) {
  const Pixels pixels = quarters(40, 30);
  const auto decoded = decode_webp(*encode_webp(pixels, std::nullopt));
  ASSERT_TRUE(decoded);
  EXPECT_TRUE(std::equal(pixels.bytes.get(), pixels.bytes.get() + pixels.size_bytes(), decoded->bytes.get()));
}

TEST(Webp, QualityMakesTheFileLarger) {
  const Pixels pixels = quarters(63, 63);
  EXPECT_LT(encode_webp(pixels, 0)->size(), encode_webp(pixels, 100)->size());
  EXPECT_EQ(corners(*decode_webp(*encode_webp(pixels, 100))), "RGBW");
}

TEST(Webp, AlphaSurvives) {
  Pixels pixels = quarters(4, 4, 4);
  pixels.row(1)[7] = 0;
  const auto decoded = decode_webp(*encode_webp(pixels, std::nullopt));
  ASSERT_TRUE(decoded);
  ASSERT_EQ(decoded->channel_count, 4U);
  EXPECT_EQ(decoded->row(1)[7], 0);
}

TEST(Webp, TheProfileIsKept) {
  Pixels pixels = quarters(8, 8, 4);
  pixels.row(1)[7] = 0;
  pixels.color_profile = rgb_profile(301);
  EXPECT_EQ(decode_webp(*encode_webp(pixels, 80))->color_profile, pixels.color_profile);
  EXPECT_EQ(decode_webp(*encode_webp(pixels, std::nullopt))->color_profile, pixels.color_profile);
}

TEST(Webp, OfAnAnimationTheFirstPictureIsTaken) {
  WebPAnimEncoder* encoder = WebPAnimEncoderNew(20, 20, nullptr);
  for (const bool is_first : {true, false}) {
    const Pixels pixels = quarters(20, 20);
    WebPPicture picture;
    ASSERT_NE(WebPPictureInit(&picture), 0);
    picture.width = 20;
    picture.height = 20;
    picture.use_argb = 1;
    ASSERT_NE(WebPPictureImportRGB(&picture, pixels.bytes.get(), 60), 0);
    if (!is_first) {
      std::fill_n(picture.argb, 20, 0xff000000U);
    }
    ASSERT_NE(WebPAnimEncoderAdd(encoder, &picture, is_first ? 0 : 100, nullptr), 0);
    WebPPictureFree(&picture);
  }
  ASSERT_NE(WebPAnimEncoderAdd(encoder, nullptr, 200, nullptr), 0);
  WebPData data;
  ASSERT_NE(WebPAnimEncoderAssemble(encoder, &data), 0);
  const std::string file(reinterpret_cast<const char*>(data.bytes), data.size);
  WebPDataClear(&data);
  WebPAnimEncoderDelete(encoder);
  const auto decoded = decode_webp(file);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(corners(*decoded), "RGBW");
}

TEST(Webp, APictureCutOffIsDamaged) {
  const std::string whole = *encode_webp(quarters(64, 64), std::nullopt);
  EXPECT_FALSE(decode_webp(std::string_view(whole).substr(0, whole.size() - 8)));
  EXPECT_FALSE(decode_webp("no picture"));
  EXPECT_FALSE(find_webp_size("no picture"));
  EXPECT_EQ(find_webp_size(whole)->height, 64U);
}

}  // namespace
}  // namespace loom::image
