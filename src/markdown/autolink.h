// Bare URLs and e-mail addresses in text: GFM 0.29 §6.9 (autolinks, extension). Pure; any thread. Linear in
// the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace loom::markdown {

enum class AutolinkKind : std::uint8_t { Url, Www, Email };

struct Autolink {
  /// Byte range in the text.
  std::size_t begin = 0;
  std::size_t end = 0;
  AutolinkKind kind = AutolinkKind::Url;

  /// What goes in front of the text to make it a URL: "", "http://" or "mailto:".
  std::string_view url_prefix() const;
};

/// The first bare URL or address that begins at or after byte `from`.
std::optional<Autolink> find_autolink(std::string_view text, std::size_t from);

}  // namespace loom::markdown
