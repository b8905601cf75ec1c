// One Markdown file of the content folder, parsed as far as it can be without the others: metadata, body,
// language and what its name says. Pure and per file, so that a rebuild parses only files that changed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/front_matter.h"

namespace loom::site {

struct PageSource {
  /// Below the site root: "content/blog/2024-05-01-a/index.md".
  std::string path;
  /// Below the content folder: "blog/2024-05-01-a/index.md".
  std::string relative_path;
  /// In a bare folder `index.md` and `README.md` are sections here; the placement makes a page of an
  /// `index.md` that has no other pages beside or below it.
  ContentKind kind = ContentKind::Page;
  /// Below the content folder, without a slash at the end: "blog/2024-05-01-a"; "" at the top.
  std::string folder;
  /// The file name without extension and language ("index" for a bundle).
  std::string name;
  /// "en"; never empty.
  std::string language;
  /// Whether it is the "index.md" of a folder below the top, whose other files belong to the page.
  bool is_bundle = false;
  /// What the name (of a bundle: its folder's) says after its date: "a"; the whole name when it starts with
  /// none.
  std::string name_slug;
  FrontMatter front;
  /// From the metadata, else from the file name.
  std::optional<base::DateTime> date;
  std::optional<base::DateTime> updated;
  /// The first heading of the body is the title, so the body is rendered without it.
  bool takes_title_from_heading = false;
  /// Valid UTF-8.
  std::shared_ptr<const std::string> text;
  /// Of what stands before the body, and of the body: so that no build has to look at unchanged text again.
  std::uint64_t metadata_hash = 0;
  std::uint64_t body_hash = 0;

  /// The Markdown after the front matter. Valid while this lives.
  std::string_view body() const { return std::string_view(*text).substr(front.body_offset); }
};

/// Requires: file.bytes is not null and its path is below config.content_prefix.
std::shared_ptr<const PageSource> parse_page_source(const SourceFile& file, const Config& config,
                                                    base::Diagnostics& diagnostics);

/// "_index.de.md" in a site without German, and "_index.en.md" where English is the
/// default one: no section reads it.
bool is_section_of_no_language(std::string_view name, const Config& config);

/// Whether the path is a Markdown file of the content folder that `ignored_content` does not name and that
/// has a language of the site.
bool is_page_source(std::string_view path, const Config& config);

}  // namespace loom::site
