// Tested by tests/migration/jekyll/jekyll_site_test.cpp.
#include "migration/jekyll/jekyll_config.h"

#include <algorithm>

#include "migration/jekyll/jekyll_address.h"
#include "migration/old_document.h"
#include "site/names.h"
#include "site/source_layout.h"

namespace loom::migration {

namespace {

std::vector<JekyllCollection> read_collections(const JekyllConfig& config) {
  std::vector<JekyllCollection> collections = {{"posts", post_template(config.permalink_style), true}};
  const base::Data* value = find_value(config.data, "collections");
  for (const std::string& name : list_value(value)) {
    if (name != "posts") {
      collections.push_back({name, with_style_ending("/:collection/:path", config.permalink_style), false});
    }
  }
  if (value == nullptr || value->as_table() == nullptr) {
    return collections;
  }
  for (const auto& [name, settings] : *value->as_table()) {
    JekyllCollection collection{name, with_style_ending("/:collection/:path", config.permalink_style), false};
    const base::Data* permalink = settings.find("permalink");
    const base::Data* output = settings.find("output");
    collection.output = output != nullptr && output->as_bool() != nullptr && *output->as_bool();
    if (permalink != nullptr && permalink->as_string() != nullptr) {
      collection.permalink =
          name == "posts" ? post_template(*permalink->as_string()) : *permalink->as_string();
    }
    if (name != "posts") {
      collections.push_back(std::move(collection));
    } else if (permalink != nullptr) {
      collections.front().permalink = collection.permalink;
    }
  }
  return collections;
}

std::vector<JekyllDefaults> read_defaults(const base::Data* value) {
  std::vector<JekyllDefaults> defaults;
  if (value == nullptr || value->as_array() == nullptr) {
    return defaults;
  }
  for (const base::Data& item : *value->as_array()) {
    const base::Data* scope = item.find("scope");
    const base::Data* values = item.find("values");
    if (values == nullptr || values->as_table() == nullptr) {
      continue;
    }
    JekyllDefaults one;
    if (scope != nullptr && scope->as_table() != nullptr) {
      one.path = text_value(*scope->as_table(), "path");
      one.type = text_value(*scope->as_table(), "type");
    }
    while (one.path.ends_with('/')) {
      one.path.pop_back();
    }
    one.values = *values->as_table();
    defaults.push_back(std::move(one));
  }
  std::stable_sort(defaults.begin(), defaults.end(), [](const JekyllDefaults& a, const JekyllDefaults& b) {
    return a.path.size() != b.path.size() ? a.path.size() < b.path.size() : a.type.size() < b.type.size();
  });
  return defaults;
}

}  // namespace

const JekyllCollection* JekyllConfig::find_collection(std::string_view name) const {
  const auto found = std::find_if(collections.begin(), collections.end(),
                                  [&](const JekyllCollection& item) { return item.name == name; });
  return found == collections.end() ? nullptr : &*found;
}

bool JekyllConfig::is_excluded(std::string_view path) const {
  return std::any_of(excluded.begin(), excluded.end(), [&](const std::string& pattern) {
    const std::string_view folder =
        std::string_view(pattern).substr(0, pattern.size() - (pattern.ends_with('/') ? 1 : 0));
    return !folder.empty() && (site::is_within(path, folder) || site::matches_glob(folder, path));
  });
}

JekyllConfig read_jekyll_config(const site::SourceTree& tree, NewSite& site) {
  JekyllConfig config;
  for (const std::string_view name : {"_config.yml", "_config.yaml", "_config.toml"}) {
    const site::SourceFile* file = tree.find(name);
    const auto data = file == nullptr || !config.data.empty() ? std::nullopt : parse_old_data(*file, site);
    if (data && data->as_table() != nullptr) {
      config.data = *data->as_table();
    }
  }
  if (const std::string style = text_value(config.data, "permalink"); !style.empty()) {
    config.permalink_style = style;
  }
  config.time_zone = text_value(config.data, "timezone");
  config.base_path = text_value(config.data, "baseurl");
  while (config.base_path.ends_with('/')) {
    config.base_path.pop_back();
  }
  if (const std::string folder = text_value(config.data, "collections_dir"); !folder.empty()) {
    config.collections_folder = folder + "/";
  }
  config.collections = read_collections(config);
  config.defaults = read_defaults(find_value(config.data, "defaults"));
  config.excluded = {"Gemfile",      "Gemfile.lock", "node_modules", "vendor/bundle",
                     "vendor/cache", "vendor/gems",  "vendor/ruby",  "gemfiles"};
  for (const std::string& pattern : list_value(find_value(config.data, "exclude"))) {
    config.excluded.push_back(pattern);
  }
  if (const base::Data* count = find_value(config.data, "paginate");
      count != nullptr && count->as_integer()) {
    config.paginate_by = std::clamp<std::int64_t>(*count->as_integer(), 0, 10'000);
  }
  if (const std::string path = text_value(config.data, "paginate_path"); !path.empty()) {
    config.paginate_path = path;
  }
  return config;
}

base::Data::Table defaults_for(const JekyllConfig& config, std::string_view path, std::string_view type) {
  base::Data::Table values;
  for (const JekyllDefaults& item : config.defaults) {
    const bool has_path = item.path.find('*') == std::string::npos ? site::is_within(path, item.path)
                                                                   : site::matches_glob(item.path, path);
    if (has_path && (item.type.empty() || item.type == type)) {
      for (const auto& [key, value] : item.values) {
        set_value(values, key, value);
      }
    }
  }
  return values;
}

}  // namespace loom::migration
