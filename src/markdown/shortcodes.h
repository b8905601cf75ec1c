// Finds the shortcodes of other generators in a text, outside code. Pure; any thread.
//
// Hugo: `{{< name ... >}}`, `{{% name ... %}}`. Zola: `{{ name(...) }}`, `{% name(...) %}`. Closing tags and
// escaped ones (`{{</* name */>}}`, `{{/* name() */}}`) are not uses.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace loom::markdown {

/// Lines of the text that are code, 1-based, both ends included.
struct CodeLines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Line numbers of the result are those of `text`, 1-based. Requires: `code` is in ascending order.
std::vector<ShortcodeUse> find_shortcodes(std::string_view text, const std::vector<CodeLines>& code);

}  // namespace loom::markdown
