// Splits a page of Hugo into text and shortcodes: `{{< name args >}}`, `{{% name args %}}`, their ends, and
// `{{</* name */>}}`, which is text. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loom::migration {

enum class HugoKind : std::uint8_t { Text, Shortcode, Closing };

struct HugoToken {
  HugoKind kind = HugoKind::Text;
  /// Of text: the text itself.
  std::string text;
  /// Of shortcodes.
  std::string name;
  /// Arguments without a name have an empty one.
  std::vector<std::pair<std::string, std::string>> arguments;
  /// `{{% %}}`: what it gives is Markdown.
  bool is_markdown = false;
  /// `{{< name />}}`
  bool is_closed = false;
  /// 1-based, in the scanned text.
  std::uint32_t line = 1;
};

std::vector<HugoToken> scan_hugo(std::string_view text);

}  // namespace loom::migration
