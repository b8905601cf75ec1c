// Templates and theme assets by the order in which they are looked up: the site's own, its theme's, the
// built-in theme's.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/config.h"
#include "site/source_tree.h"
#include "templating/template_set.h"

namespace loom::build {

/// Every template that can be named: "page.html" by that order; "NAME/templates/page.html" for the files of
/// the theme.
std::vector<templating::TemplateSource> collect_templates(const site::SourceTree& tree,
                                                          const site::Config& config);

struct ThemeAsset {
  /// "style.css"
  std::string name;
  /// Site path: "templates/assets/style.css", or "" when it comes from the program.
  std::string source_path;
  std::shared_ptr<const std::string> bytes;
  /// "/_theme/style.1a2b3c4d5e6f7a8b.css"
  std::string path;
};

/// The files of assets/ beside the templates, ordered by name.
std::vector<ThemeAsset> collect_theme_assets(const site::SourceTree& tree, const site::Config& config);
const ThemeAsset* find_theme_asset(const std::vector<ThemeAsset>& assets, std::string_view name);

}  // namespace loom::build
