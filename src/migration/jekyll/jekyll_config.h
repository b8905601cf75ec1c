// What a _config.yml says, with Jekyll's own defaults. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/data.h"
#include "migration/new_site.h"
#include "site/source_tree.h"

namespace loom::migration {

struct JekyllCollection {
  std::string name;
  std::string permalink;
  bool output = false;
};

/// Values for the files that a scope names.
struct JekyllDefaults {
  /// A folder, a file or a pattern; "" is everything.
  std::string path;
  /// "posts", "pages", "drafts", a collection, or "" for all.
  std::string type;
  base::Data::Table values;
};

struct JekyllConfig {
  base::Data::Table data;
  std::string permalink_style = "date";
  std::string time_zone;
  std::string base_path;
  /// `posts` first.
  std::vector<JekyllCollection> collections;
  std::vector<JekyllDefaults> defaults;
  std::vector<std::string> excluded;
  /// Folder of the collections, "" or "x/".
  std::string collections_folder;
  /// Posts on a page of the list; 0: not paginated.
  std::int64_t paginate_by = 0;
  std::string paginate_path = "/page:num/";

  const JekyllCollection* find_collection(std::string_view name) const;
  bool is_excluded(std::string_view path) const;
};

JekyllConfig read_jekyll_config(const site::SourceTree& tree, NewSite& site);

/// The defaults for the file, those with the longer path last.
base::Data::Table defaults_for(const JekyllConfig& config, std::string_view path, std::string_view type);

}  // namespace loom::migration
