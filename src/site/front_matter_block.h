// Where the metadata at the head of a Markdown file begins and ends. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loom::site {

enum class FrontMatterSyntax : std::uint8_t { None, Toml, Yaml };

/// The block between the two marker lines, and where the body starts.
struct FrontMatterBlock {
  FrontMatterSyntax syntax = FrontMatterSyntax::None;
  /// Without the markers; views into the text.
  std::string_view text;
  /// 1-based lines of the block (of its opening marker when it is open) and of the body.
  std::uint32_t first_line = 1;
  std::size_t body_offset = 0;
  std::uint32_t body_line = 1;
  /// It has no end.
  bool is_open = false;
};

/// A byte-order mark and blank lines before the block are skipped.
FrontMatterBlock find_front_matter_block(std::string_view text);

}  // namespace loom::site
