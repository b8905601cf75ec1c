// Finds places in the content folder of the new site, so that the address of a file is the old one wherever
// that is possible. One thread.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "migration/new_site.h"

namespace loom::migration {

class ContentPaths {
 public:
  /// All addresses of the old site, so that it is known which of them have others below them.
  explicit ContentPaths(const std::vector<std::string>& old_paths);

  /// "/a/b/" -> "content/a/b.md", or "content/a/b/_index.md" when the old site has addresses below it;
  /// "/a/b.html"
  /// -> "content/a/b.md". Never the same path twice.
  std::string take(std::string_view old_path);
  /// The path itself, or one like it when it is taken: "content/a-2.md".
  std::string take_free(const std::string& path);
  bool is_taken(const std::string& path) const { return taken_.contains(path); }

 private:
  std::set<std::string> folders_;
  std::set<std::string> taken_;
};

/// An `_index.md` for each folder below content/ that has pages and none; titles come from the folder's name.
void add_missing_sections(NewSite& site, const base::Data::Table& front);

}  // namespace loom::migration
