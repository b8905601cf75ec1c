// The path a page is published under: what its metadata says, else the pattern of its section, else its place
// in the content folder. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "site/config.h"
#include "site/page_source.h"

namespace loom::site {

/// "" for a folder at the top.
std::string_view parent_folder(std::string_view folder);

/// The folder whose section a page belongs to: a bundle's is the one around its own.
std::string_view home_folder(const PageSource& source);

struct PagePathInput {
  const PageSource& source;
  const Config& config;
  /// The page's own, slugified.
  std::string_view slug;
  /// Of the nearest section that has one; may be null.
  const PermalinkPattern* section_pattern = nullptr;
};

/// Starts with '/', and ends with '/' unless it names a file ("/about.html"). A page that lacks what its
/// pattern asks for (a date) is an error, and has the path it would have without a pattern.
std::string find_page_path(const PagePathInput& input, base::Diagnostics& diagnostics);

}  // namespace loom::site
