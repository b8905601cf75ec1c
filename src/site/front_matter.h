// The metadata block at the head of a Markdown file: TOML between `+++` lines, YAML between `---` lines, or
// none. Understands the fields of Zola's pages and sections and the flat names of Jekyll, Hugo and older
// engines. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data.h"
#include "base/date_time.h"
#include "base/diagnostics.h"
#include "site/config.h"
#include "site/front_matter_block.h"

namespace loom::site {

enum class SortBy : std::uint8_t { None, Date, UpdateDate, Title, TitleBytes, Weight, Slug, Permalink };

/// Fields that only sections have.
struct SectionFields {
  std::optional<SortBy> sort_by;
  /// Nothing: the site's default; 0: not paginated.
  std::optional<std::size_t> paginate_by;
  bool paginate_reversed = false;
  std::string paginate_path = "page";
  std::optional<markdown::AnchorLinks> insert_anchor_links;
  std::string redirect_to;
  std::string page_template;
  bool transparent = false;
  bool generate_feeds = false;
};

struct FrontMatter {
  FrontMatterSyntax syntax = FrontMatterSyntax::None;
  /// Where the body starts in the text, and the 1-based line it starts on.
  std::size_t body_offset = 0;
  std::uint32_t body_line = 1;

  std::optional<std::string> title;
  std::optional<std::string> description;
  std::optional<base::DateTime> date;
  std::optional<base::DateTime> updated;
  std::optional<std::int64_t> weight;
  std::optional<std::string> slug;
  /// Zola's `path`, always taken as a folder URL.
  std::optional<std::string> path;
  /// `permalink` or `url` of other engines: may name a file ("/about.html").
  std::optional<std::string> permalink;
  /// The same with placeholders; of a section: for the pages in and below it.
  std::optional<PermalinkPattern> permalink_pattern;
  std::string template_name;
  /// `layout` of other engines, a template only where the site has one of that name.
  std::string layout;
  std::vector<std::string> aliases;
  std::vector<std::string> authors;
  std::string image;
  bool draft = false;
  bool render = true;
  bool in_search_index = true;
  /// Taxonomy name and terms, in the order of the file.
  std::vector<std::pair<std::string, std::vector<std::string>>> taxonomies;
  /// `[extra]`, and for pages also the keys that nothing else claims. A table.
  base::Data extra = base::Data::Table{};

  SectionFields section;
};

enum class ContentKind : std::uint8_t { Page, Section };

struct FrontMatterInput {
  /// For messages.
  std::string_view file;
  /// The whole content of the file.
  std::string_view text;
  ContentKind kind = ContentKind::Page;
  /// "": the default one.
  std::string_view language = {};
};

/// What stands at the head of the text. Each mistake is an error with its line and
/// column, and its field keeps its default. A byte-order mark is skipped.
FrontMatter parse_front_matter(const FrontMatterInput& input, const Config& config,
                               base::Diagnostics& diagnostics);

}  // namespace loom::site
