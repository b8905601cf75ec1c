// What ASCII stands for a character of any script: "é" is "e", "ß" is "ss", "я" is "ia", "猫" is "Mao ". The
// same tables that Zola and Tera make slugs with. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loom::base {

/// Nothing for a character that no ASCII stands for; "" for one that is left out, such as an accent. Lives as
/// long as the program.
std::optional<std::string_view> find_ascii_form(std::uint32_t code_point);

}  // namespace loom::base
