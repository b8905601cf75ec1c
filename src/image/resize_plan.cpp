#include "image/resize_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace loom::image {
namespace {

/// Factors this close are the same shape: nothing is cropped.
constexpr float kSameFactor = 0.1F;

std::uint32_t side_from(std::uint64_t side) {
  return static_cast<std::uint32_t>(
      std::clamp<std::uint64_t>(side, 1, std::numeric_limits<std::uint32_t>::max()));
}

ResizePlan whole(std::uint32_t original_width, std::uint32_t original_height) {
  return {{0, 0, original_width, original_height}, original_width, original_height};
}

ResizePlan plan_fit_width(std::uint32_t width, ResizePlan plan) {
  plan.width = width;
  plan.height = side_from(std::uint64_t{plan.crop.height} * width / plan.crop.width);
  return plan;
}

ResizePlan plan_fit_height(std::uint32_t height, ResizePlan plan) {
  plan.height = height;
  plan.width = side_from(std::uint64_t{plan.crop.width} * height / plan.crop.height);
  return plan;
}

ResizePlan plan_fit(const ResizeRequest& request, const ResizePlan& plan) {
  if (plan.width <= request.width && plan.height <= request.height) {
    return plan;
  }
  const bool is_wider =
      std::uint64_t{plan.width} * request.height > std::uint64_t{plan.height} * request.width;
  return is_wider ? plan_fit_width(request.width, plan) : plan_fit_height(request.height, plan);
}

std::uint32_t cropped_side(float factor, std::uint32_t wanted, std::uint32_t original) {
  const float side = std::round(factor * static_cast<float>(wanted));
  return side >= static_cast<float>(original) ? original : std::max(1U, static_cast<std::uint32_t>(side));
}

ResizePlan plan_fill(const ResizeRequest& request, ResizePlan plan) {
  const std::uint32_t original_width = plan.width;
  const std::uint32_t original_height = plan.height;
  plan.width = request.width;
  plan.height = request.height;
  const float across = static_cast<float>(original_width) / static_cast<float>(request.width);
  const float down = static_cast<float>(original_height) / static_cast<float>(request.height);
  if (std::abs(across - down) <= kSameFactor) {
    return plan;
  }
  if (across < down) {
    plan.crop.height = cropped_side(across, request.height, original_height);
    plan.crop.y = (original_height - plan.crop.height) / 2;
  } else {
    plan.crop.width = cropped_side(down, request.width, original_width);
    plan.crop.x = (original_width - plan.crop.width) / 2;
  }
  return plan;
}

}  // namespace

ResizePlan plan_resize(const ResizeRequest& request, std::uint32_t original_width,
                       std::uint32_t original_height) {
  ResizePlan plan = whole(original_width, original_height);
  switch (request.mode) {
    case ResizeMode::Scale:
      plan.width = request.width;
      plan.height = request.height;
      return plan;
    case ResizeMode::FitWidth:
      return plan_fit_width(request.width, plan);
    case ResizeMode::FitHeight:
      return plan_fit_height(request.height, plan);
    case ResizeMode::Fit:
      return plan_fit(request, plan);
    case ResizeMode::Fill:
      return plan_fill(request, plan);
  }
  return plan;
}

}  // namespace loom::image
