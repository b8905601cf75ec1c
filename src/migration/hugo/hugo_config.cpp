// Tested by tests/migration/hugo/hugo_site_test.cpp.
#include "migration/hugo/hugo_config.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "migration/old_document.h"

namespace loom::migration {

namespace {

constexpr auto kEndings = std::to_array<std::string_view>({".toml", ".yaml", ".yml", ".json"});
constexpr std::string_view kConfigFolder = "config/_default";

/// Parameters keep their names; everything else is read without regard to case.
base::Data with_lower_keys(const base::Data& data) {
  if (const base::Data::Array* array = data.as_array()) {
    base::Data::Array out;
    std::transform(array->begin(), array->end(), std::back_inserter(out), with_lower_keys);
    return out;
  }
  const base::Data::Table* table = data.as_table();
  if (table == nullptr) {
    return data;
  }
  base::Data::Table out;
  for (const auto& [key, value] : *table) {
    const std::string lower = base::lower_ascii(key);
    out.emplace_back(lower, lower == "params" ? value : with_lower_keys(value));
  }
  return out;
}

void merge(base::Data::Table& into, const base::Data& from) {
  if (from.as_table() == nullptr) {
    return;
  }
  for (const auto& [key, value] : *from.as_table()) {
    const base::Data* present = find_value(into, key);
    if (present != nullptr && present->as_table() != nullptr && value.as_table() != nullptr) {
      base::Data::Table inner = *present->as_table();
      merge(inner, value);
      set_value(into, key, std::move(inner));
    } else {
      set_value(into, key, value);
    }
  }
}

bool has_data_ending(std::string_view path) {
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

void read_files(const site::SourceTree& tree, HugoConfig& config, NewSite& site) {
  for (const std::string_view name : {"hugo", "config"}) {
    for (const std::string_view ending : kEndings) {
      const site::SourceFile* file = tree.find(std::string(name) + std::string(ending));
      if (file != nullptr && config.data.empty()) {
        config.file = file->path;
        merge(config.data, with_lower_keys(parse_old_data(*file, site).value_or(base::Data())));
      }
    }
  }
  for (const site::SourceFile& file : tree.files_under(kConfigFolder)) {
    if (!has_data_ending(file.path)) {
      continue;
    }
    const base::Data data = parse_old_data(file, site).value_or(base::Data());
    std::string name = base::lower_ascii(file.path.substr(kConfigFolder.size() + 1));
    name.resize(name.find('.'));
    config.file = config.file.empty() || name == "hugo" || name == "config" ? file.path : config.file;
    if (name == "hugo" || name == "config") {
      merge(config.data, with_lower_keys(data));
    } else {
      merge(config.data, base::Data::Table{{name, name == "params" ? data : with_lower_keys(data)}});
    }
  }
}

std::string text_at(const base::Data::Table& table, std::string_view path) {
  const base::Data* value = find_nested(table, path);
  return value == nullptr || value->as_string() == nullptr ? "" : *value->as_string();
}

void read_languages(HugoConfig& config) {
  if (const std::string code = text_value(config.data, "defaultcontentlanguage"); !code.empty()) {
    config.default_language = code;
  }
  const base::Data* languages = find_value(config.data, "languages");
  if (languages == nullptr || languages->as_table() == nullptr) {
    return;
  }
  for (const auto& [code, settings] : *languages->as_table()) {
    const base::Data* disabled = settings.find("disabled");
    const bool is_used = disabled == nullptr || *disabled != base::Data(true);
    if (is_used && code != config.default_language) {
      config.languages.push_back(code);
    }
    const base::Data* folder = settings.find("contentdir");
    if (is_used && folder != nullptr && folder->as_string() != nullptr) {
      config.content_folders.push_back({*folder->as_string(), code == config.default_language ? "" : code});
    }
  }
}

std::string mount_language(const base::Data& mount, const HugoConfig& config) {
  std::vector<std::string> codes;
  for (const std::string_view path : {"lang", "sites.matrix.languages"}) {
    const base::Data* value = mount.as_table() == nullptr ? nullptr : find_nested(*mount.as_table(), path);
    codes = codes.empty() ? list_value(value) : codes;
  }
  return codes.empty() || codes[0] == config.default_language ? "" : codes[0];
}

void read_mounts(HugoConfig& config) {
  const base::Data* mounts = find_nested(config.data, "module.mounts");
  if (mounts == nullptr || mounts->as_array() == nullptr) {
    return;
  }
  for (const base::Data& mount : *mounts->as_array()) {
    if (mount.as_table() == nullptr) {
      continue;
    }
    const std::string source = text_value(*mount.as_table(), "source");
    const std::string target = text_value(*mount.as_table(), "target");
    if (target == "content") {
      config.content_folders.push_back({source, mount_language(mount, config)});
    } else if (target == "static") {
      config.static_folders.push_back(source);
    }
  }
}

void read_folders(HugoConfig& config) {
  read_mounts(config);
  if (config.content_folders.empty()) {
    const std::string folder = text_value(config.data, "contentdir");
    config.content_folders.push_back({folder.empty() ? "content" : folder, ""});
  }
  if (config.static_folders.empty()) {
    config.static_folders = list_value(find_value(config.data, "staticdir"));
  }
  if (config.static_folders.empty()) {
    config.static_folders.emplace_back("static");
  }
}

/// `[permalinks] posts = "..."`, or by kind: `[permalinks.page] posts = "..."`.
void read_permalinks(HugoConfig& config) {
  for (const std::string_view path : {"permalinks", "permalinks.page"}) {
    const base::Data* permalinks = find_nested(config.data, path);
    if (permalinks == nullptr || permalinks->as_table() == nullptr) {
      continue;
    }
    for (const auto& [section, pattern] : *permalinks->as_table()) {
      if (const std::string* text = pattern.as_string()) {
        config.permalinks.emplace_back(section == "/" ? "" : section, *text);
      }
    }
  }
}

}  // namespace

const base::Data* find_nested(const base::Data::Table& table, std::string_view path) {
  const base::Data* value = nullptr;
  const base::Data::Table* at = &table;
  for (const std::string_view key : base::split(path, '.')) {
    value = at == nullptr ? nullptr : find_value(*at, key);
    at = value == nullptr ? nullptr : value->as_table();
  }
  return value;
}

bool is_set(const base::Data::Table& table, std::string_view path) {
  const base::Data* value = find_nested(table, path);
  return value != nullptr && *value == base::Data(true);
}

bool HugoConfig::has_language(std::string_view code) const {
  return code == default_language || std::find(languages.begin(), languages.end(), code) != languages.end();
}

HugoConfig read_hugo_config(const site::SourceTree& tree, NewSite& site) {
  HugoConfig config;
  read_files(tree, config, site);
  read_languages(config);
  read_folders(config);
  read_permalinks(config);
  const base::Data* taxonomies = find_value(config.data, "taxonomies");
  if (taxonomies == nullptr || taxonomies->as_table() == nullptr) {
    config.taxonomies = {"tags", "categories"};
  } else {
    for (const auto& [singular, plural] : *taxonomies->as_table()) {
      config.taxonomies.push_back(plural.as_string() == nullptr ? singular : *plural.as_string());
    }
  }
  config.ugly_urls = is_set(config.data, "uglyurls");
  config.keeps_case = is_set(config.data, "disablepathtolower");
  config.default_language_in_folder = is_set(config.data, "defaultcontentlanguageinsubdir");
  if (text_at(config.data, "baseurl").empty()) {
    site.leave(config.file, 0, "there is no `baseURL`", "set `base_url` in loom.toml");
  }
  return config;
}

}  // namespace loom::migration
