// Writes a new site to disk: all of it or nothing.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "migration/new_site.h"

namespace loom::migration {

/// An Error when `folder` exists and holds anything, or is a file.
base::Result<void> check_output_folder(const std::string& folder);

/// Writes into a folder beside `output` and renames it at the end. Files that cannot be copied become
/// leftovers; an Error means that nothing was written. Requires: `source_root` is absolute.
base::Result<void> write_site(NewSite& site, const std::string& source_root, const std::string& output);

}  // namespace loom::migration
