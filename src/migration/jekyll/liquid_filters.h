// The filters of Liquid and Jekyll that an import can apply itself. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/data.h"
#include "migration/jekyll/liquid_value.h"

namespace loom::migration {

/// Nothing for a filter that is not known, or whose result is not known before the site is built.
std::optional<base::Data> apply_liquid_filter(std::string_view name, const base::Data& input,
                                              const std::vector<base::Data>& arguments,
                                              const LiquidScope& scope);

}  // namespace loom::migration
