// The last steps of a placement: who keeps a path that two want, and which addresses links can lead to.
// Internal to placement.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "site/config.h"
#include "site/link_index.h"
#include "site/placement.h"

namespace loom::site {

/// Places the files of the content folder that are no Markdown: those of a bundle beside its page, in each
/// language that has one, those of a section's folder beside the section, the others by their own path where
/// the site's rules publish them.
void place_assets(Placement& placement, const PlacementInput& input,
                  const std::function<bool(std::string_view folder)>& is_hidden_folder,
                  base::Diagnostics& diagnostics);

/// Reports every path that two sources have, and takes such aliases away.
void resolve_collisions(Placement& placement, const Config& config, base::Diagnostics& diagnostics);

/// `hidden_sources`: paths below the content folder of drafts and pages that are not due.
std::shared_ptr<const LinkIndex> index_links(const Placement& placement, const PlacementInput& input,
                                             std::vector<std::string> hidden_sources);

}  // namespace loom::site
