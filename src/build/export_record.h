// What Loom wrote into an output folder: kept in the cache directory, so that the output holds nothing but
// the site. A record belongs to one folder on one disk (device, inode, time of birth), not to a path: whoever
// puts another folder there has a folder that Loom did not write. Any thread.
//
// Format: a line "loom-export 1", then for each file "HASH SIZE MTIME PATH", numbers in decimal, PATH
// percent-encoded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

namespace loom::build {

struct RecordedFile {
  std::uint64_t hash = 0;
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;

  friend bool operator==(const RecordedFile&, const RecordedFile&) = default;
};

/// By path below the output folder.
using ExportRecord = std::unordered_map<std::string, RecordedFile>;

std::string format_record(const ExportRecord& record);
/// Nothing when it is no record, or not whole.
std::optional<ExportRecord> parse_record(std::string_view text);

/// The file that holds the record of the open folder `folder_fd`; "" when `cache_directory` is.
std::string record_file(const std::string& cache_directory, int folder_fd);
/// An empty record when there is none.
ExportRecord load_record(const std::string& file);
base::Result<void> save_record(const std::string& file, const ExportRecord& record);

}  // namespace loom::build
