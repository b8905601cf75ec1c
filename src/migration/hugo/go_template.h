// The template of a shortcode of Hugo as one of Loom. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loom::migration {

/// Nothing when it does more than print its arguments and its body, and ask whether they are there. Arguments
/// without a name are arg0, arg1, ...
std::optional<std::string> convert_go_template(std::string_view text);

/// What stands in for a template that cannot be converted: its body in the form the old one gave it, or a
/// comment.
std::string stub_of_go_template(std::string_view text, std::string_view name);

}  // namespace loom::migration
