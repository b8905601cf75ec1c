// Sites of Jekyll (4, and what GitHub Pages runs): posts, drafts, collections, pages, data and static files
// under the addresses that Jekyll gives them. Pure.
#pragma once

#include "base/result.h"
#include "migration/new_site.h"
#include "site/source_tree.h"

namespace loom::migration {

/// An Error when the folder has neither a _config.yml nor _posts nor an index page.
base::Result<NewSite> convert_jekyll(const site::SourceTree& tree);

}  // namespace loom::migration
