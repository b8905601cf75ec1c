// What one rebuild did, for the person at the terminal. A value.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace loom::reload {

struct RebuildReport {
  /// Source paths that changed; empty for the first build and for rebuilds by the clock.
  std::vector<std::string> changed_sources;
  /// False: there were errors, and the site from before is still served.
  bool published = false;
  /// The rebuild before this one had errors, this one has none.
  bool is_mended = false;
  base::Diagnostics diagnostics;
  /// The diagnostics are those of the rebuild before.
  bool has_same_diagnostics = false;
  std::size_t page_count = 0;
  std::size_t rendered_count = 0;
  std::size_t changed_path_count = 0;
  /// From the first hint to the publication.
  std::chrono::microseconds duration{0};
};

/// One line: what changed, what was rebuilt, how long it took: "content/a.md: 4 of 312 pages rendered, 2
/// answers changed, 3.2 ms".
std::string rebuild_line(const RebuildReport& report);

}  // namespace loom::reload
