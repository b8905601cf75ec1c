#include "build/theme_files.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/digest.h"
#include "build/embedded_theme.h"

namespace loom::build {
namespace {

constexpr std::string_view kAssets = "assets/";
constexpr std::size_t kAssetHashDigits = 16;

/// In a bare folder every folder is content, whatever its name.
bool has_templates_folder(const site::Config& config) {
  return config.kind != site::SiteKind::Bare;
}

std::string theme_folder(const site::Config& config) {
  return config.theme.empty() ? std::string() : "themes/" + config.theme + "/templates";
}

/// Templates below this folder of the program stand for what Zola has built in; their names are without it.
constexpr std::string_view kZola = "zola/";

/// A Zola site with templates of its own gets nothing from the program but what Zola has built in too.
bool takes_built_in_theme(const site::SourceTree& tree, const site::Config& config) {
  return config.kind != site::SiteKind::Zola || (config.theme.empty() && !tree.has_folder("templates"));
}

using SourcesByName = std::map<std::string, templating::TemplateSource>;

void add_folder(SourcesByName& sources, const site::SourceTree& tree, const std::string& folder,
                const std::string& prefix) {
  for (const site::SourceFile& file : tree.files_under(folder)) {
    const std::string name = file.path.substr(folder.size() + 1);
    if (file.bytes && !name.starts_with(kAssets)) {
      sources.try_emplace(prefix + name, templating::TemplateSource{prefix + name, *file.bytes, file.path});
    }
  }
}

/// Either the built-in theme or what Zola has built in.
void add_built_in(SourcesByName& sources, bool whole_theme) {
  for (const EmbeddedFile& file : embedded_theme_files()) {
    const bool is_of_zola = file.path.starts_with(kZola);
    if (is_of_zola != whole_theme && !file.path.starts_with(kAssets)) {
      const std::string name(file.path.substr(is_of_zola ? kZola.size() : 0));
      sources.try_emplace(name, templating::TemplateSource{name, std::string(file.bytes),
                                                           "(built-in theme) " + std::string(file.path)});
    }
  }
}

std::string fingerprinted_path(const std::string& name, std::string_view bytes) {
  const std::string hash = base::to_hex(base::sha2(base::Sha2::Sha256, bytes)).substr(0, kAssetHashDigits);
  const std::size_t dot = name.rfind('.');
  const std::size_t stem_end = dot == std::string::npos ? name.size() : dot;
  return "/_theme/" + name.substr(0, stem_end) + "." + hash + name.substr(stem_end);
}

using AssetsByName = std::map<std::string, ThemeAsset>;

void add_assets(AssetsByName& assets, const site::SourceTree& tree, const std::string& folder) {
  for (const site::SourceFile& file : tree.files_under(folder)) {
    if (file.bytes) {
      const std::string name = file.path.substr(folder.size() + 1);
      assets.try_emplace(name, ThemeAsset{name, file.path, file.bytes, {}});
    }
  }
}

}  // namespace

std::vector<templating::TemplateSource> collect_templates(const site::SourceTree& tree,
                                                          const site::Config& config) {
  SourcesByName sources;
  if (has_templates_folder(config)) {
    add_folder(sources, tree, "templates", "");
  }
  if (const std::string folder = theme_folder(config); !folder.empty()) {
    add_folder(sources, tree, folder, "");
    add_folder(sources, tree, folder, config.theme + "/templates/");
  }
  add_built_in(sources, takes_built_in_theme(tree, config));
  std::vector<templating::TemplateSource> list;
  list.reserve(sources.size());
  for (auto& [name, source] : sources) {
    list.push_back(std::move(source));
  }
  return list;
}

std::vector<ThemeAsset> collect_theme_assets(const site::SourceTree& tree, const site::Config& config) {
  AssetsByName assets;
  if (has_templates_folder(config)) {
    add_assets(assets, tree, "templates/assets");
  }
  if (const std::string folder = theme_folder(config); !folder.empty()) {
    add_assets(assets, tree, folder + "/assets");
  }
  for (const EmbeddedFile& file : embedded_theme_files()) {
    if (file.path.starts_with(kAssets) && takes_built_in_theme(tree, config)) {
      const std::string name(file.path.substr(kAssets.size()));
      assets.try_emplace(name, ThemeAsset{name, "", std::make_shared<const std::string>(file.bytes), {}});
    }
  }
  std::vector<ThemeAsset> list;
  for (auto& [name, asset] : assets) {
    asset.path = fingerprinted_path(name, *asset.bytes);
    list.push_back(std::move(asset));
  }
  return list;
}

const ThemeAsset* find_theme_asset(const std::vector<ThemeAsset>& assets, std::string_view name) {
  const auto asset =
      std::lower_bound(assets.begin(), assets.end(), name,
                       [](const ThemeAsset& item, std::string_view key) { return item.name < key; });
  return asset != assets.end() && asset->name == name ? &*asset : nullptr;
}

}  // namespace loom::build
