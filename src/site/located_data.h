// A value together with the places of its parts in the file, so that a later check ("wrong type") can point
// at them.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/data.h"
#include "base/diagnostics.h"

namespace loom::site {

/// A text to parse, which may be a part of a file: the block between two `---` lines.
struct DataText {
  std::string_view file;
  std::string_view text;
  /// 1-based line of the file on which `text` begins.
  std::uint32_t first_line = 1;
  /// For dates without a zone.
  std::chrono::minutes default_offset{0};
};

/// 1-based line and column (in characters) in the file.
struct DataPlace {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct LocatedData {
  base::Data data;
  /// By dotted path: "taxonomies.tags", "extra.menu.0". Places of values; those of keys under "<path>#key".
  std::map<std::string, DataPlace, std::less<>> places;

  /// The place of the value, or of the nearest part around it.
  DataPlace find_place(std::string_view path) const;
};

/// An error at `place` with its source line filled in from `input`.
base::Diagnostic make_error_in(const DataText& input, DataPlace place, std::string message);

}  // namespace loom::site
