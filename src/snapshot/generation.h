// One publication: the site as it is served, and what the author should know about it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "snapshot/snapshot.h"

namespace loom::snapshot {

struct Generation {
  /// Grows by one with each publication, from 1.
  std::uint64_t number = 0;
  /// The last good site; null only in preview before the first build that succeeds.
  std::shared_ptr<const Snapshot> snapshot;
  /// Mistakes found by the last rebuild. When there are errors, `snapshot` is older than the sources.
  base::Diagnostics diagnostics;
  /// URL paths whose bytes differ from the generation before, the gone ones included.
  std::vector<std::string> changed_paths;
};

using GenerationPtr = std::shared_ptr<const Generation>;

}  // namespace loom::snapshot
