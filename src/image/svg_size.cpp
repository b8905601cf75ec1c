#include "image/svg_size.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/ascii.h"

namespace loom::image {
namespace {

constexpr double kSideMax = 1e9;

/// "12", "12.5px"; nothing for a percentage, another unit, or what is no length.
std::optional<double> parse_length(std::string_view text) {
  text = base::trim(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const bool is_plain = error == std::errc() && (unit.empty() || unit == "px");
  return is_plain && value >= 1 && value <= kSideMax ? std::optional(value) : std::nullopt;
}

std::optional<SvgSize> size_of(std::string_view width_text, std::string_view height_text) {
  const auto width = parse_length(width_text);
  const auto height = parse_length(height_text);
  if (!width || !height) {
    return std::nullopt;
  }
  return SvgSize{static_cast<std::uint32_t>(*width), static_cast<std::uint32_t>(*height)};
}

/// "min-x min-y width height", with blanks or commas between.
std::optional<SvgSize> size_of_view_box(std::string_view text) {
  std::vector<std::string_view> numbers;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(" ,\t\r\n");
    if (begin == std::string_view::npos) {
      break;
    }
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(" ,\t\r\n"), text.size());
    numbers.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return numbers.size() == 4 ? size_of(numbers[2], numbers[3]) : std::nullopt;
}

}  // namespace

base::Result<SvgSize> parse_svg_size(std::string_view text) {
  pugi::xml_document document;
  const auto result = document.load_buffer(text.data(), text.size());
  const pugi::xml_node root = document.document_element();
  const std::string_view name = root.name();
  // A mistake deep in the drawing does not change what the root says.
  if (name != "svg" && !name.ends_with(":svg")) {
    return base::Error(result ? "it has no <svg> element"
                              : "it is no XML: " + std::string(result.description()));
  }
  if (const auto size = size_of(root.attribute("width").value(), root.attribute("height").value())) {
    return *size;
  }
  if (const auto size = size_of_view_box(root.attribute("viewBox").value())) {
    return *size;
  }
  return base::Error("its <svg> element has neither `width` and `height` nor a `viewBox`");
}

}  // namespace loom::image
