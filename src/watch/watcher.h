// Says where in a site folder something changed: inotify where the file system has events, polling where it
// has none. One thread (the reload thread). Follows inotify(7).
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "watch/batch.h"
#include "watch/limits.h"

namespace loom::watch {

struct WatchOptions {
  /// Folders of these names are not watched, wherever they are. Dot folders but ".well-known" never are.
  std::vector<std::string> ignored_directory_names = {"node_modules"};
  /// Absolute, or relative to the root; not watched. "" when there is none.
  std::string output_directory;
  /// Whether the folder of this path below the root is worth watching, with all below it: a site does not
  /// read every folder beside it. Asked on the thread that waits. Empty: all are.
  std::function<bool(const std::string& path)> is_wanted = {};
  /// Compare with the disk every `poll_interval` instead of using inotify.
  bool poll_only = false;
  std::chrono::milliseconds poll_interval = kPollInterval;
};

class Watcher {
 public:
  using Clock = std::chrono::steady_clock;

  /// Starts watching the tree below `root`. Changes made after this returns are reported, so open first and
  /// load the site next. An error when `root` is no folder. Limits of the system that are reached are no
  /// error: the rest is polled, and a message in the first batch says so.
  static base::Result<Watcher> open(const std::string& root, WatchOptions options);

  Watcher(Watcher&&) noexcept;
  Watcher& operator=(Watcher&&) noexcept;
  ~Watcher();

  /// Waits until there is something to look at, `wake_fd` (an eventfd, or -1) is readable, or `deadline` has
  /// passed; in the last case the batch is empty. A single save is returned at once; bursts are gathered
  /// (limits.h).
  Batch wait(int wake_fd, Clock::time_point deadline);

  /// Whether a later batch will name one of `paths` again: what was just read of it may be half of a save.
  /// Does not wait. Sees every change that was made before the call, where inotify is used.
  bool has_news_of(const std::vector<std::string>& paths);

 private:
  class State;
  explicit Watcher(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace loom::watch
