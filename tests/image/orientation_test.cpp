#include "image/orientation.h"

#include <gtest/gtest.h>

#include "image/pictures.h"

namespace loom::image {
namespace {

TEST(Orientation, IsReadInBothByteOrders) {
  EXPECT_EQ(parse_exif_orientation(exif_block(6)), Orientation::TurnedClockwise);
  const std::string little(
      "II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\0\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0", 34);
  EXPECT_EQ(parse_exif_orientation(little), Orientation::TurnedAround);
}

TEST(Orientation, IsReadBehindTheMarkOfJpeg) {
  EXPECT_EQ(parse_exif_orientation(std::string("Exif\0\0", 6) + exif_block(8)),
            Orientation::TurnedCounterclockwise);
}

TEST(Orientation, DamagedBlocksAreNormal) {
  EXPECT_EQ(parse_exif_orientation(""), Orientation::Normal);
  EXPECT_EQ(parse_exif_orientation("MM"), Orientation::Normal);
  EXPECT_EQ(parse_exif_orientation(exif_block(0)), Orientation::Normal);
  EXPECT_EQ(parse_exif_orientation(exif_block(9)), Orientation::Normal);
  const std::string whole = exif_block(6);
  for (std::size_t length = 0; length < 20; ++length) {
    EXPECT_EQ(parse_exif_orientation(whole.substr(0, length)), Orientation::Normal) << length;
  }
}

TEST(Orientation, FromTheFifthOnSidesChangePlaces) {
  EXPECT_FALSE(swaps_sides(Orientation::MirroredVertically));
  EXPECT_TRUE(swaps_sides(Orientation::Transposed));
}

}  // namespace
}  // namespace loom::image
