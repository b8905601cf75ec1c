// Tags, categories, series and the like: terms and their pages. A value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "site/config.h"
#include "site/pagination.h"

namespace loom::site {

struct Page;

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
  /// By slug. Names with one slug ("Rust", "rust") share a term, named by the bytewise first of them.
  std::vector<Term> terms;
};

/// The terms of one taxonomy in one language. Pages that are not rendered have a part in it only in a Zola
/// site, and in no pager.
Taxonomy build_taxonomy(std::span<const Page> pages, const TaxonomyConfig& taxonomy_config,
                        const std::string& language, const Config& config);

}  // namespace loom::site
