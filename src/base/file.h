// Files on disk. errno becomes an Error here and nowhere else. Never called on the loop thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace loom::base {

/// "path: Permission denied".
Error os_error(std::string_view what, int error_number);

/// What tells one state of a file from another without reading it.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

enum class FileKind : std::uint8_t { Regular, Directory, Missing, Other };

struct FileStatus {
  FileKind kind = FileKind::Missing;
  FileStamp stamp;
};

/// Follows symbolic links. Missing covers ENOENT, ENOTDIR and ELOOP.
FileStatus file_status(const std::string& path);

struct FileContent {
  std::string bytes;
  FileStamp stamp;
  /// False when the file changed between the first and the last byte: read it again.
  bool settled = true;
};

/// Reads a regular file of at most `size_bytes_max`. Opened with O_NONBLOCK, so that a FIFO or device cannot
/// hang the caller; anything but a regular file is an error, as is a larger one.
Result<FileContent> read_file(const std::string& path, std::uint64_t size_bytes_max);

/// Writes through a temporary name beside `path` and a rename, so that readers see the old file or the new
/// one.
Result<void> write_file(const std::string& path, std::string_view bytes);

/// mkdir -p.
Result<void> make_directories(const std::string& path);
/// rm -r; a path that does not exist is fine. Symbolic links are removed, not followed.
Result<void> remove_tree(const std::string& path);

/// $XDG_CACHE_HOME/loom or ~/.cache/loom; nothing is created.
std::string cache_directory();

}  // namespace loom::base
