// Shortcodes as a page of a Loom site writes them. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loom::migration {

using ShortcodeArguments = std::vector<std::pair<std::string, std::string>>;

/// A name that a shortcode or an argument can have: "search/input.html" -> "search_input_html".
std::string shortcode_name(std::string_view name);

/// {{ name(a="b") }}
std::string inline_shortcode(std::string_view name, const ShortcodeArguments& arguments);
/// {% name(a="b") %}
std::string opening_shortcode(std::string_view name, const ShortcodeArguments& arguments);
inline constexpr std::string_view kClosingShortcode = "{% end %}";

/// The text with everything that Loom would take for a shortcode written so that it shows as it stands.
std::string escape_shortcodes(std::string_view text);

}  // namespace loom::migration
