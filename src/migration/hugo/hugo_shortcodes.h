// Templates for the shortcodes that Hugo brings itself. Constant.
#pragma once

#include <optional>
#include <string_view>

namespace loom::migration {

/// Nothing for a shortcode that is not Hugo's own, or has no counterpart.
std::optional<std::string_view> find_hugo_shortcode(std::string_view name);

}  // namespace loom::migration
