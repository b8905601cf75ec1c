// The folder an export goes to: where it is, whether Loom may replace it, and what in it is not Loom's. Reads
// the disk.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "build/export_record.h"

namespace loom::build {

struct OutputFolder {
  /// Absolute and without links; "parent/name".
  std::string path;
  std::string parent;
  std::string name;
  bool exists = false;
};

/// An error when the folder is the root, the home directory, holds one of them or the site, is one that the
/// site is read from, or is no folder.
/// The parent is made when it is missing.
base::Result<OutputFolder> resolve_output(const std::string& output_directory,
                                          const std::string& site_directory);

/// Files, links and other entries below the open folder that the record does not name, by path below it,
/// sorted. What an export that was killed has left there is not counted.
std::vector<std::string> find_foreign_entries(int folder_fd, const ExportRecord& record);

/// "... holds files that Loom did not write: a, b and 7 more ...".
base::Error foreign_entries_error(const std::string& output_path, const std::vector<std::string>& foreign);

}  // namespace loom::build
