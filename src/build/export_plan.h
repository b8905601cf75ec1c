// Which files an exported snapshot consists of. Pure; any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "snapshot/snapshot.h"

namespace loom::build {

struct ExportFile {
  /// Below the output folder: "a/index.html".
  std::string path;
  /// Null when the bytes come from `large`.
  std::shared_ptr<const std::string> body;
  std::shared_ptr<const snapshot::LargeFile> large;
};

/// Ordered by path. With `precompress` the other codings too, as ".gz" and ".br". An error names the URL
/// whose path cannot be a file, or the two that would be a file and a folder of the same name.
base::Result<std::vector<ExportFile>> plan_export(const snapshot::Snapshot& snapshot, bool precompress);

}  // namespace loom::build
