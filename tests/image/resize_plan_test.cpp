#include "image/resize_plan.h"

#include <gtest/gtest.h>
#include <string>

namespace loom::image {
namespace {

/// "CROP -> WIDTHxHEIGHT" of a picture of 300 x 380 pixels.
std::string planned(ResizeMode mode, std::uint32_t width, std::uint32_t height) {
  const ResizePlan plan = plan_resize({mode, width, height}, 300, 380);
  std::string text = plan.crop == Rectangle{0, 0, 300, 380}
                         ? "all"
                         : std::to_string(plan.crop.x) + "," + std::to_string(plan.crop.y) + " " +
                               std::to_string(plan.crop.width) + "x" + std::to_string(plan.crop.height);
  return text + " -> " + std::to_string(plan.width) + "x" + std::to_string(plan.height);
}

TEST(ResizePlan, ScaleForgetsTheShape) {
  EXPECT_EQ(planned(ResizeMode::Scale, 150, 150), "all -> 150x150");
}

TEST(ResizePlan, FitToASideKeepsTheShapeAndMayEnlarge) {
  EXPECT_EQ(planned(ResizeMode::FitWidth, 150, 0), "all -> 150x190");
  EXPECT_EQ(planned(ResizeMode::FitHeight, 0, 190), "all -> 150x190");
  EXPECT_EQ(planned(ResizeMode::FitWidth, 600, 0), "all -> 600x760");
}

TEST(ResizePlan, FitNeverEnlarges) {
  EXPECT_EQ(planned(ResizeMode::Fit, 150, 200), "all -> 150x190");
  EXPECT_EQ(planned(ResizeMode::Fit, 160, 180), "all -> 142x180");
  EXPECT_EQ(planned(ResizeMode::Fit, 400, 400), "all -> 300x380");
  EXPECT_EQ(planned(ResizeMode::Fit, 400, 190), "all -> 150x190");
}

TEST(ResizePlan, FillCutsOffWhatSticksOut) {
  EXPECT_EQ(planned(ResizeMode::Fill, 100, 200), "55,0 190x380 -> 100x200");
  EXPECT_EQ(planned(ResizeMode::Fill, 200, 100), "0,115 300x150 -> 200x100");
  EXPECT_EQ(planned(ResizeMode::Fill, 240, 180), "0,77 300x225 -> 240x180");
}

TEST(ResizePlan, FillOfNearlyTheSameShapeCutsNothing) {
  EXPECT_EQ(planned(ResizeMode::Fill, 150, 195), "all -> 150x195");
}

TEST(ResizePlan, NoSideBecomesNothing) {
  const ResizePlan thin = plan_resize({ResizeMode::FitWidth, 1, 0}, 5000, 2);
  EXPECT_EQ(thin.height, 1U);
  EXPECT_EQ(plan_resize({ResizeMode::Fill, 1, 4000}, 3000, 2).crop.width, 1U);
  EXPECT_EQ(plan_resize({ResizeMode::FitWidth, 4'000'000'000U, 0}, 1, 60'000).height, 0xffffffffU);
}

}  // namespace
}  // namespace loom::image
