// A file of _includes as the template of a shortcode. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "migration/jekyll/liquid_value.h"

namespace loom::migration {

/// Nothing when it holds more than its parameters, conditions on them, and values that are known.
std::optional<std::string> convert_liquid_template(std::string_view text, const LiquidScope& scope);

}  // namespace loom::migration
