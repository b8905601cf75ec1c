// Patterns for the addresses of pages: "/:year/:month/:slug/", "/notes/:slug.html". Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loom::site {

/// What a part of a pattern stands for.
enum class PermalinkField : std::uint8_t {
  /// Itself.
  Literal,
  Slug,
  Title,
  FileName,
  /// The first folder below the content folder.
  Section,
  /// All of them.
  Sections,
  /// The terms of a taxonomy.
  Terms,
  /// A strftime conversion of the page's date.
  Date
};

struct PermalinkPart {
  PermalinkField field = PermalinkField::Literal;
  /// The literal, the name of the taxonomy or the conversion; empty for the other fields.
  std::string text;
};

struct PermalinkPattern {
  /// As it was written.
  std::string text;
  std::vector<PermalinkPart> parts;
  /// Where it stands: for a page that does not fit it.
  std::string file;
  std::uint32_t line = 0;
};

struct PatternMistake {
  std::string message;
  std::string hint;
};

/// Whether the text holds a placeholder, so that it means a pattern and no path.
bool has_placeholder(std::string_view text);

/// Nothing, and what is wrong in `mistake`, for an unknown placeholder, for a text without any, and for one
/// that no URL path can hold. `file` and `line` are left to the caller.
std::optional<PermalinkPattern> parse_permalink_pattern(std::string_view text,
                                                        std::span<const std::string> taxonomy_names,
                                                        PatternMistake& mistake);

}  // namespace loom::site
