// Image files. The first byte chooses what is made of the picture, the rest is the file: it is made or
// refused with a reason, and what is made can be read again.
#include "base/check.h"
#include "fuzz/target.h"
#include "image/make_image.h"

using namespace loom;

namespace {

/// Larger pictures cost time, not safety.
constexpr std::uint64_t kFuzzedPixelsMax = 500'000;

image::ResizeRequest request_of(std::uint8_t choice) {
  return {static_cast<image::ResizeMode>(choice % 5), 1U + (choice & 15), 1U + (choice >> 4)};
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  const std::string_view file = fuzz::text_of_input(data + 1, size - 1);
  const auto header = image::parse_image_header(file, data[0] == 's' ? "a.svg" : "a");
  if (!header) {
    LOOM_CHECK(!header.error().message().empty());
    return 0;
  }
  LOOM_CHECK(header->width >= 1 && header->height >= 1);
  if (std::uint64_t{header->width} * header->height > kFuzzedPixelsMax) {
    return 0;
  }
  image::ResizePlan plan = image::plan_resize(request_of(data[0]), header->width, header->height);
  plan.width = std::min(plan.width, 200U);
  plan.height = std::min(plan.height, 200U);
  const auto made = image::make_image(file, *header, plan, {image::ImageFormat::Png});
  if (made) {
    const auto again = image::parse_image_header(*made, "a.png");
    LOOM_CHECK(again && again->width == plan.width && again->height == plan.height);
  }
  return 0;
}
