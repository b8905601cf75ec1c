// Where everything of the content folder is published: paths and permalinks of pages, sections and files,
// decided from metadata alone, before any Markdown is rendered. Pure.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "site/config.h"
#include "site/page_source.h"

namespace loom::site {

class LinkIndex;

inline constexpr std::uint32_t kNone = 0xffffffff;

/// A file of the content folder that is no Markdown.
struct PlacedAsset {
  /// Below the site root: "content/blog/a/cat.png".
  std::string source_path;
  /// "/blog/a/cat.png"
  std::string path;
  /// Another place of the same file, beside its page in another language: links lead to the first.
  bool is_copy = false;
};

struct PlacedPage {
  /// Null only for a section whose folder has no `_index.md`.
  std::shared_ptr<const PageSource> source;
  /// Below the content folder ("blog/_index.md" also where that file does not exist).
  std::string relative_path;
  std::string language;
  /// Of a section: its folder's name, "" for the root.
  std::string slug;
  /// "/blog/a/"
  std::string path;
  std::string permalink;
  std::vector<std::string> components;
  /// Normalized paths that redirect here.
  std::vector<std::string> aliases;
  /// The section it belongs to (of a section: the one above), an index into Placement::sections, or kNone.
  std::uint32_t parent = kNone;
  /// Sections above, root first, indices into Placement::sections. A page's leave out the transparent ones
  /// that hand it on.
  std::vector<std::uint32_t> ancestors;
  /// Range of Placement::assets: files of the bundle or of the section's folder.
  std::uint32_t assets_begin = 0;
  std::uint32_t assets_end = 0;
  /// False for `render = false`, and for a section without a file whose path a page has taken.
  bool render = true;
};

struct Placement {
  /// Ordered by source path; drafts and hidden pages are left out.
  std::vector<PlacedPage> pages;
  /// Ordered by path; the root section always exists and is first.
  std::vector<PlacedPage> sections;
  /// Those of one page or section are neighbours, ordered by source path.
  std::vector<PlacedAsset> assets;
  /// When the next hidden page is due.
  std::optional<base::UnixTime> next_publication;
  std::size_t hidden_draft_count = 0;
  std::size_t hidden_future_count = 0;
  std::shared_ptr<const LinkIndex> links;
};

struct PlacementInput {
  /// Ordered by path.
  std::span<const std::shared_ptr<const PageSource>> sources;
  /// For the files beside the pages and below static/.
  const SourceTree& tree;
  const Config& config;
  base::UnixTime now;
  bool include_drafts = false;
};

/// Two sources with the same path are an error that names both; the first one keeps it.
std::shared_ptr<const Placement> place_content(const PlacementInput& input, base::Diagnostics& diagnostics);

}  // namespace loom::site
