// Colours of code by the names of well-known themes. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loom::markdown::highlight {

/// What a token is to a reader; each has one colour.
enum class Role : std::uint8_t {
  Plain,
  Comment,
  Keyword,
  String,
  Constant,
  Function,
  Type,
  Tag,
  Variable,
  Inserted,
  Deleted,
};
inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::Deleted) + 1;

/// Colours as in CSS: "#2b303b".
struct Palette {
  std::string_view name;
  std::string_view background;
  /// Behind highlighted lines.
  std::string_view marked_background;
  /// Of line numbers.
  std::string_view line_number;
  /// By role.
  std::array<std::string_view, kRoleCount> colors;

  std::string_view color(Role role) const { return colors[static_cast<std::size_t>(role)]; }
};

/// The palette of the theme, or of its family ("gruvbox-dark-hard"), or one that is as light or dark as its
/// name says. "" is the theme that Zola has by default.
const Palette& find_palette(std::string_view theme);

}  // namespace loom::markdown::highlight
