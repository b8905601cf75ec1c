// `loom import`: turns the folder of another engine's site into a new folder with a Loom site that keeps
// every address, and says what was left over. The thread of the command; never writes into the old folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/date_time.h"
#include "base/diagnostics.h"
#include "base/result.h"
#include "migration/addresses.h"
#include "migration/new_site.h"

namespace loom::migration {

enum class Engine : std::uint8_t {
  Jekyll,
  Hugo,
  /// The first Loom: `site.conf`, posts/ and pages/.
  Loom
};

struct ImportOptions {
  Engine engine = Engine::Jekyll;
  /// Folder of the old site: absolute, links resolved.
  std::string source;
  /// Folder of the new one: absolute; absent or empty.
  std::string output;
  /// For what the old engine would not show yet, or not any more.
  base::UnixTime now;
};

struct ImportReport {
  std::size_t page_count = 0;
  std::size_t file_count = 0;
  AddressSummary addresses;
  base::Diagnostics leftovers;
  std::vector<LostPath> lost_paths;
};

/// An Error, and nothing written, when the folder holds no such site or one of the folders is no good.
base::Result<ImportReport> import_site(const ImportOptions& options);

}  // namespace loom::migration
