#include "image/format.h"

#include <gtest/gtest.h>

namespace loom::image {
namespace {

TEST(Format, NamesAreThoseOfTheMostCommonEnding) {
  EXPECT_EQ(extension_of(ImageFormat::Jpeg), "jpg");
  EXPECT_EQ(extension_of(ImageFormat::Svg), "svg");
  EXPECT_EQ(template_media_type_of(ImageFormat::WebP), "image/webp");
  EXPECT_EQ(template_media_type_of(ImageFormat::Svg), "text/svg+xml");
}

TEST(Format, AutomaticOutputKeepsWhatIsLosslessLossless) {
  EXPECT_EQ(automatic_output_for(ImageFormat::Png), ImageFormat::Png);
  EXPECT_EQ(automatic_output_for(ImageFormat::Bmp), ImageFormat::Png);
  EXPECT_EQ(automatic_output_for(ImageFormat::WebP), ImageFormat::Jpeg);
  EXPECT_EQ(automatic_output_for(ImageFormat::Gif), ImageFormat::Jpeg);
}

}  // namespace
}  // namespace loom::image
