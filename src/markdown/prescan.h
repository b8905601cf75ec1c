// Looks over a text before the parser sees it and refuses what would make the parser slow or large. Pure; any
// thread. Linear in the text. It judges lines without knowing which ones are code, so a code block may be
// refused too; what it refuses no person writes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace loom::markdown {

struct LimitBreach {
  /// Byte of the text where the limit was passed.
  std::size_t offset = 0;
  std::string message;
  std::string hint;
};

/// The first part of `text` that is beyond markdown/limits.h, or nothing.
std::optional<LimitBreach> find_limit_breach(std::string_view text);

}  // namespace loom::markdown
