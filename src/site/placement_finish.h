// The last steps of a placement: who keeps a path that two want, and which addresses links can lead to.
// Internal to placement.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "site/config.h"
#include "site/link_index.h"
#include "site/placement.h"

namespace loom::site {

/// Reports every path that two sources have, and takes such aliases away.
void resolve_collisions(Placement& placement, const Config& config, base::Diagnostics& diagnostics);

/// `hidden_sources`: paths below the content folder of drafts and pages that are not due.
std::shared_ptr<const LinkIndex> index_links(const Placement& placement, const PlacementInput& input,
                                             std::vector<std::string> hidden_sources);

}  // namespace loom::site
