// One event about one path, as the coalescer takes it: from inotify or from polling. A plain value.
#pragma once

#include <cstdint>
#include <string>

namespace loom::watch {

enum class ChangeKind : std::uint8_t {
  /// Complete: closed after writing, renamed to this name, a folder that was made.
  Ready,
  /// Made, and not closed yet.
  Made,
  /// Modified, and not closed yet.
  Writing,
  /// Deleted, or renamed to another name.
  Gone,
  /// Mode, owner or times.
  Attributes,
};

struct Change {
  /// Below the root.
  std::string path;
  ChangeKind kind = ChangeKind::Ready;
  bool is_folder = false;
  /// The same in both halves of a rename inside the tree; 0 otherwise.
  std::uint32_t cookie = 0;
};

}  // namespace loom::watch
