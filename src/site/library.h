// The finished content model that templates see: pages with their documents, sections with their sorted
// pages, neighbours, taxonomies, pagination. Immutable; any thread. Pages and sections are referred to by
// index.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "site/pagination.h"
#include "site/placement.h"
#include "site/taxonomy.h"

namespace loom::markdown {
struct Document;
}

namespace loom::site {

/// What a page and a section have in common.
struct Entry {
  /// Path, permalink, source, ancestors. Valid while the library lives.
  const PlacedPage* placed = nullptr;
  /// Never null; empty for a section without a file.
  std::shared_ptr<const markdown::Document> document;
  /// From the metadata, the first heading or the file name; "" when a Zola site's page has none.
  std::string title;
  std::string description;
  std::string template_name;
  std::size_t word_count = 0;
  std::size_t reading_time_minutes = 0;
  /// Pages and sections whose text links here, by permalink.
  std::vector<const Entry*> backlinks;
  /// The same page or section in every language, itself included, the default language first. Pages that are
  /// not rendered have no part in it. Empty where a site has one language.
  std::vector<const Entry*> translations;

  /// The metadata; a constant empty one for a section without a file.
  const FrontMatter& front() const;
};

struct Page : Entry {
  std::optional<base::DateTime> date;
  std::optional<base::DateTime> updated;
  /// The page before and after in the order of its section (lower: earlier in the list), or kNone.
  std::uint32_t lower = kNone;
  std::uint32_t higher = kNone;
  /// Whether it is in the search index, its sections considered.
  bool in_search_index = true;
};

struct Section : Entry {
  SortBy sort_by = SortBy::None;
  /// Sorted; pages of transparent subsections included.
  std::vector<std::uint32_t> pages;
  /// Pages that lack what `sort_by` needs, which Zola leaves out of the list; empty in a bare folder.
  std::vector<std::uint32_t> ignored_pages;
  /// By weight, then path.
  std::vector<std::uint32_t> subsections;
  /// Empty when not paginated.
  std::optional<Paginator> paginator;
  bool generate_feeds = false;
};

struct Library {
  std::shared_ptr<const Placement> placement;
  std::vector<Page> pages;
  std::vector<Section> sections;
  /// In the order of the configuration, per language.
  std::vector<Taxonomy> taxonomies;
  /// Pages that are in no section.
  std::vector<std::uint32_t> orphans;
  /// Paths of pages and sections at which a taxonomy of a Zola site is published instead.
  std::set<std::string> replaced_paths;

  /// By path below the content folder: "blog/a.md", "blog/_index.md". kNone when there is none.
  std::uint32_t find_page(std::string_view relative_path) const;
  /// "blog/_index.md" also finds the section that "blog/README.md" or "blog/index.md" is in a bare folder.
  std::uint32_t find_section(std::string_view relative_path) const;
};

/// Documents in the order of the placement's pages and sections; null is an empty document.
struct LibraryDocuments {
  std::span<const std::shared_ptr<const markdown::Document>> pages;
  std::span<const std::shared_ptr<const markdown::Document>> sections;
};

/// Requires: as many documents as pages and sections. A taxonomy or term with the path of a page is an error;
/// in a bare folder the page keeps the path and the taxonomy is not rendered, in a Zola site, as in Zola, the
/// taxonomy takes it: both with a warning.
Library build_library(std::shared_ptr<const Placement> placement, const LibraryDocuments& documents,
                      const Config& config, base::Diagnostics& diagnostics);

/// What is known before any content is rendered, for the templates that run in it: the sections without their
/// pages, and one page or section; none has a document. The entries borrow from the placement.
Library outline_library(std::shared_ptr<const Placement> placement);
Page outline_page(const PlacedPage& placed);
Section outline_section(const PlacedPage& placed);

/// Errors (or warnings, by `internal_level`) for links whose fragment names no anchor of the page they lead
/// to.
void check_anchors(const Library& library, const Config& config, base::Diagnostics& diagnostics);

}  // namespace loom::site
