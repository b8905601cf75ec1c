// How code blocks are shown: the markup around them and where their colours come from. Plain values.
#pragma once

#include <cstdint>
#include <string>

namespace loom::markdown {

/// Themes style the markup of the generator that they were made for.
enum class CodeMarkup : std::uint8_t {
  Loom,
  /// Zola from 0.22 on.
  Giallo,
  /// Zola up to 0.21.
  Syntect
};

struct CodeStyle {
  CodeMarkup markup = CodeMarkup::Loom;
  /// Without: no spans for tokens, for highlighting in the browser.
  bool highlight = true;
  /// Colours stand in style attributes; else tokens have classes, and a style sheet has the colours.
  bool inline_colors = false;
  /// Names of colour themes, of inline colours; "" is the default one.
  std::string theme;
  /// With one, `theme` is for light pages and this one for dark ones.
  std::string dark_theme;

  friend bool operator==(const CodeStyle&, const CodeStyle&) = default;
};

}  // namespace loom::markdown
