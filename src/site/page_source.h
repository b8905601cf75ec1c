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
  ContentKind kind = ContentKind::Page;
  /// The folders that its URL is made of; those of a bundle ("index.md") are without the bundle's own.
  std::vector<std::string> folders;
  /// The file name without extension and language; for a bundle its folder's name.
  std::string name;
  /// "en"; never empty.
  std::string language;
  /// "blog/2024-05-01-a/" for a bundle, else empty: the folder whose other files belong to the page.
  std::string bundle_folder;
  /// What the file name says after its date: "a"; the whole name when it starts with none.
  std::string name_slug;
  FrontMatter front;
  /// From the metadata, else from the file name.
  std::optional<base::DateTime> date;
  std::optional<base::DateTime> updated;
  /// The first heading of the body is the title, so the body is rendered without it.
  bool takes_title_from_heading = false;
  /// Valid UTF-8.
  std::shared_ptr<const std::string> text;

  /// The Markdown after the front matter. Valid while this lives.
  std::string_view body() const { return std::string_view(*text).substr(front.body_offset); }
};

/// Requires: file.bytes is not null and its path is below config.content_prefix.
std::shared_ptr<const PageSource> parse_page_source(const SourceFile& file, const Config& config,
                                                    base::Diagnostics& diagnostics);

/// Whether the path is a Markdown file of the content folder that `ignored_content` does not name.
bool is_page_source(std::string_view path, const Config& config);

}  // namespace loom::site
