// `:tada:` as the character it names: the names of GitHub that authors use most. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace loom::markdown {

/// The character, or "" when the name is unknown. The view is static.
std::string_view find_emoji(std::string_view name);

/// Appends `text` with every known `:name:` replaced.
void append_with_emoji(std::string& out, std::string_view text);

}  // namespace loom::markdown
