// Sites of the first Loom: `site.conf` ("key = value"), posts/*.md and posts/SERIES/*.md under /post/SLUG,
// pages/*.md under /SLUG, every other file as it is. Pure.
#pragma once

#include "base/result.h"
#include "migration/new_site.h"
#include "site/source_tree.h"

namespace loom::migration {

/// An Error when there is neither a site.conf nor posts or pages.
base::Result<NewSite> convert_original_loom(const site::SourceTree& tree);

}  // namespace loom::migration
