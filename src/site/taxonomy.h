// Tags, categories, series and the like: terms and their pages. A value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "site/config.h"
#include "site/pagination.h"

namespace loom::site {

struct Term {
  std::string name;
  std::string slug;
  std::string path;
  std::string permalink;
  /// Newest first, then those without a date by path; of a series: oldest first.
  std::vector<std::uint32_t> pages;
  std::optional<Paginator> paginator;
};

struct Taxonomy {
  TaxonomyConfig config;
  std::string language;
  std::string path;
  std::string permalink;
  /// By slug. Names that differ only in spelling ("Rust", "rust") share one term, named as on the first page.
  std::vector<Term> terms;
};

}  // namespace loom::site
