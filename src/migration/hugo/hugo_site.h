// Sites of Hugo: content with its bundles and languages, shortcodes, data and static files under the
// addresses that Hugo gives them. Pure.
#pragma once

#include "base/date_time.h"
#include "base/result.h"
#include "migration/new_site.h"
#include "site/source_tree.h"

namespace loom::migration {

/// `now` decides what has expired. An Error when the folder has no configuration of Hugo.
base::Result<NewSite> convert_hugo(const site::SourceTree& tree, base::UnixTime now);

}  // namespace loom::migration
