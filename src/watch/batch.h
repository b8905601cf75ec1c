// What the watcher tells the reload thread: where to look again. A plain value.
#pragma once

#include <string>
#include <vector>

namespace loom::watch {

/// Hints, not facts: a path may have changed, appeared, vanished or be as before. The disk is the truth.
struct Batch {
  /// Below the root, without a slash in front or at the end; sorted, each once. A path that is (or was) a
  /// folder stands for everything below it.
  std::vector<std::string> paths;
  /// Compare the whole tree with the disk: events were lost, the root was replaced, or it is time for the
  /// safety look.
  bool rescan = false;
  /// For the person at the terminal, each said once: limits reached, folders that are polled.
  std::vector<std::string> messages;
  /// The caller's wake descriptor is readable. It is left for the caller to read.
  bool woken = false;

  bool has_hints() const { return rescan || !paths.empty(); }
};

}  // namespace loom::watch
