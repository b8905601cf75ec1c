// Writes a snapshot to a folder for a static host. The folder holds the old output or the new one, never a
// mix, also after a full disk or a kill. Any thread, one export at a time; workers of its own while it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "snapshot/snapshot.h"

namespace loom::build {

struct ExportOptions {
  /// Made when missing; its parent too.
  std::string output_directory;
  /// The site's own folder: an output folder that holds it is refused. "" when there is none.
  std::string site_directory;
  /// Where the record of what was written is kept between runs; "" keeps none, so that the next run must be
  /// forced.
  std::string cache_directory;
  /// Write into a folder that holds files Loom did not write. They stay where they are.
  bool force = false;
  /// Also write the ".gz" and ".br" codings that the snapshot has.
  bool precompress = false;
  /// Called on the calling thread now and then, and once at the end with both equal. May be empty.
  std::function<void(std::size_t done_count, std::size_t file_count)> on_progress;
};

struct ExportReport {
  std::size_t file_count = 0;
  /// Of these, taken unchanged from the old output.
  std::size_t linked_count = 0;
  std::uint64_t written_bytes = 0;
  /// False when the folder could not be exchanged as a whole and was replaced file by file.
  bool exchanged = true;
  /// For the person at the terminal.
  std::vector<std::string> messages;
};

/// "/" is written as index.html, "/a/" as a/index.html, "/x.css" as x.css, the page for unknown paths as
/// 404.html, a redirect as its HTML body. An error when the output folder is refused, or when anything could
/// not be written; the old output is then untouched.
base::Result<ExportReport> export_snapshot(const snapshot::Snapshot& snapshot, const ExportOptions& options);

}  // namespace loom::build
