#include "image/turn.h"

#include <gtest/gtest.h>

#include "image/pictures.h"

namespace loom::image {
namespace {

std::string turned_corners(int orientation) {
  const Pixels shown = turned(quarters(6, 4), static_cast<Orientation>(orientation));
  return corners(shown) + " " + std::to_string(shown.width) + "x" + std::to_string(shown.height);
}

TEST(Turn, EachOrientationIsUndone) {
  EXPECT_EQ(turned_corners(1), "RGBW 6x4");
  EXPECT_EQ(turned_corners(2), "GRWB 6x4");
  EXPECT_EQ(turned_corners(3), "WBGR 6x4");
  EXPECT_EQ(turned_corners(4), "BWRG 6x4");
  EXPECT_EQ(turned_corners(5), "RBGW 4x6");
  EXPECT_EQ(turned_corners(6), "BRWG 4x6");
  EXPECT_EQ(turned_corners(7), "WGBR 4x6");
  EXPECT_EQ(turned_corners(8), "GWRB 4x6");
}

}  // namespace
}  // namespace loom::image
