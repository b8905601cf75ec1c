// How large an SVG picture asks to be shown. Any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"

namespace loom::image {

struct SvgSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

/// `width` and `height` of the root element where both are plain lengths, else those of its `viewBox`;
/// fractions are cut off. An Error, a sentence about "it", when there is neither.
base::Result<SvgSize> parse_svg_size(std::string_view text);

}  // namespace loom::image
