// Tested by tests/site/placement_test.cpp.
#include <algorithm>
#include <utility>

#include "site/permalink.h"
#include "site/placement_finish.h"

namespace loom::site {

namespace {

void add_static_paths(LinkIndex& links, const PlacementInput& input, const std::string& folder) {
  if (input.config.kind != SiteKind::Bare) {
    for (const SourceFile& file : input.tree.files_under(folder)) {
      links.add_path(file.path.substr(folder.size()));
    }
  }
}

}  // namespace

std::shared_ptr<const LinkIndex> index_links(const Placement& placement, const PlacementInput& input,
                                             std::vector<std::string> hidden_sources) {
  const Config& config = input.config;
  auto links = std::make_shared<LinkIndex>();
  // Zola looks at "@/" links only; its sites may have others that lead nowhere.
  links->set_checks_relative_links(config.kind != SiteKind::Zola);
  links->set_makes_links_absolute(config.markdown.markup == markdown::MarkupStyle::Zola);
  const auto add = [&](const PlacedPage& placed) {
    links->add_content(placed.relative_path, {placed.permalink, placed.path});
    links->add_path(placed.path);
    for (const std::string& alias : placed.aliases) {
      links->add_path(alias);
    }
  };
  std::for_each(placement.sections.begin(), placement.sections.end(), add);
  std::for_each(placement.pages.begin(), placement.pages.end(), add);
  for (const PlacedAsset& asset : placement.assets) {
    if (!asset.is_copy) {
      links->add_content(asset.source_path.substr(config.content_prefix.size()),
                         {make_permalink(config.base_url, asset.path), asset.path});
    }
    links->add_file(asset.path, asset.source_path);
  }
  for (std::string& hidden : hidden_sources) {
    links->add_hidden(std::move(hidden));
  }
  add_static_paths(*links, input, "static");
  if (!config.theme.empty()) {
    add_static_paths(*links, input, "themes/" + config.theme + "/static");
  }
  return links;
}

}  // namespace loom::site
