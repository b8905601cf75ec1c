// Writes the files of an export into a folder that nobody looks at yet, on all cores. What the old output
// already has is linked from there instead of written again. No part of the site's URLs is followed through a
// symbolic link.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "build/export_plan.h"
#include "build/export_record.h"

namespace loom::build {

struct TreeSource {
  const std::vector<ExportFile>& files;
  /// The open folder of the old output, -1 when there is none, and what Loom wrote there.
  int old_fd = -1;
  const ExportRecord& old_record;
  /// Entries of the old output that are not Loom's and stay.
  const std::vector<std::string>& kept_entries;
};

struct WrittenTree {
  ExportRecord record;
  std::size_t linked_count = 0;
  std::uint64_t written_bytes = 0;
  /// Entries that could not be kept, since a file of the site has their name.
  std::vector<std::string> replaced_entries;
};

using ExportProgress = std::function<void(std::size_t done_count, std::size_t file_count)>;

/// Returns when everything is written and handed to the disk (syncfs). An error names the first path that
/// could not be written. `on_progress` is called on the calling thread.
base::Result<WrittenTree> write_tree(int folder_fd, const TreeSource& source,
                                     const ExportProgress& on_progress);

/// mkdir -p for the folders above `path`. False with errno set when one cannot be made.
bool make_parents(int folder_fd, const std::string& path);

}  // namespace loom::build
