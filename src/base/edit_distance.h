// "Did you mean ...?"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace loom::base {

/// The candidate nearest to `name` by optimal string alignment distance (case ignored), when it is near
/// enough to be a slip: at most a third of the longer name's length, and at most 3. Ties go to the first.
std::optional<std::string> find_nearest_name(std::string_view name, std::span<const std::string> candidates);

}  // namespace loom::base
