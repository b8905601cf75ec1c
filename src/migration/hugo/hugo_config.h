// The configuration of a Hugo site, from one file or the folder config/_default. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data.h"
#include "migration/new_site.h"
#include "site/source_tree.h"

namespace loom::migration {

struct HugoContentFolder {
  /// "content/en"
  std::string folder;
  /// "" for the default language.
  std::string language;
};

struct HugoConfig {
  /// Keys in lower case, as Hugo reads them.
  base::Data::Table data;
  /// The file that most of it stands in, for messages.
  std::string file;
  std::string default_language = "en";
  /// Codes of the others.
  std::vector<std::string> languages;
  std::vector<HugoContentFolder> content_folders;
  std::vector<std::string> static_folders;
  /// By section ("" for pages at the top): patterns for pages.
  std::vector<std::pair<std::string, std::string>> permalinks;
  /// Plural names: "tags".
  std::vector<std::string> taxonomies;
  bool ugly_urls = false;
  bool keeps_case = false;
  bool default_language_in_folder = false;

  bool has_language(std::string_view code) const;
};

/// `data` is empty when there is no configuration.
HugoConfig read_hugo_config(const site::SourceTree& tree, NewSite& site);

/// The value behind "a.b", or null.
const base::Data* find_nested(const base::Data::Table& table, std::string_view path);
bool is_set(const base::Data::Table& table, std::string_view path);

}  // namespace loom::migration
