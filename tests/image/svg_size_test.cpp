#include "image/svg_size.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loom::image {
namespace {

std::string size_text(std::string_view svg) {
  const auto size = parse_svg_size(svg);
  return size ? std::to_string(size->width) + "x" + std::to_string(size->height) : size.error().message();
}

TEST(SvgSize, PlainLengthsCount) {
  EXPECT_EQ(
      size_text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='30' height=' 20.9px'/>"),
      "30x20");
  EXPECT_EQ(size_text("<svg:svg width='30' height='20'/>"), "30x20");
}

TEST(SvgSize, OtherwiseTheViewBoxCounts) {
  EXPECT_EQ(size_text("<svg width='100%' height='100%' viewBox='0 0 300 200'/>"), "300x200");
  EXPECT_EQ(size_text("<svg width='12' viewBox='-5,-5, 24.5 , 10'/>"), "24x10");
}

TEST(SvgSize, WithoutBothItIsAMistake) {
  EXPECT_THAT(size_text("<svg/>"), testing::HasSubstr("viewBox"));
  EXPECT_THAT(size_text("<svg viewBox='0 0 x y'/>"), testing::HasSubstr("viewBox"));
  EXPECT_THAT(size_text("<html/>"), testing::HasSubstr("no <svg> element"));
  EXPECT_THAT(size_text("not xml"), testing::HasSubstr("no XML"));
}

}  // namespace
}  // namespace loom::image
