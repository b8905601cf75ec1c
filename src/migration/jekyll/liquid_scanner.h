// Splits a Liquid text into what is printed as it stands, `{{ outputs }}` and `{% tags %}`. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loom::migration {

enum class LiquidKind : std::uint8_t { Text, Raw, Output, Tag };

struct LiquidToken {
  LiquidKind kind = LiquidKind::Text;
  /// Of text: the text, blanks taken off where a neighbour asks for it. Else what stands between the braces.
  std::string_view text;
  /// As it stands in the source.
  std::string_view source;
  /// 1-based, in the scanned text.
  std::uint32_t line = 1;

  /// Of a tag: its first word.
  std::string_view name() const;
  /// Of a tag: what follows.
  std::string_view rest() const;
};

/// `{% raw %}` blocks are one Raw token; comments are left out. Braces that do not close are text. Tokens
/// view into `text`.
std::vector<LiquidToken> scan_liquid(std::string_view text);

}  // namespace loom::migration
