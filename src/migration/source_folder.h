// The old site as a source tree: every file of its folder that may be looked at. Never writes.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "base/result.h"
#include "site/source_tree.h"

namespace loom::migration {

/// Files that cannot be read, lead out of the folder, are too large or have names that no site can have
/// become warnings in `leftovers`. An Error when the folder itself cannot be read. Requires: `root` is
/// absolute.
base::Result<site::SourceTree> read_source_folder(const std::string& root, base::Diagnostics& leftovers);

/// The bytes of a file of the tree as valid UTF-8, "" for one that is not in memory.
std::string text_of(const site::SourceFile& file);

}  // namespace loom::migration
