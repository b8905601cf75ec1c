// The orders that lists of pages come in. Pure and stable: ties go by permalink, as in Zola.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "site/front_matter.h"

namespace loom::site {

struct Page;

struct SortedPages {
  std::vector<std::uint32_t> pages;
  /// Those that lack what the order needs (a date, a title, a weight), by natural path.
  std::vector<std::uint32_t> unsortable;
};

/// Requires: the indices are those of `all`. SortBy::None puts the newest first, and those without a date
/// behind them in the order given; Zola leaves it open.
SortedPages sort_pages(std::span<const Page> all, std::vector<std::uint32_t> pages, SortBy sort_by);

/// Numbers by their value, letters without case and by what ASCII stands for them, everything else before
/// them: "Track-3" before "Track-13", "C++" before "C4", "Österrike" before "track".
bool natural_less(std::string_view a, std::string_view b);
/// The form of a text that natural order compares; computed once per text.
std::string natural_key(std::string_view text);
/// Like natural_less for two natural keys.
bool natural_key_less(std::string_view a, std::string_view b);

}  // namespace loom::site
