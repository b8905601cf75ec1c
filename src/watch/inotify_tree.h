// One inotify watch per folder of a tree, kept in step with the tree as folders come, go and are renamed.
// Reads the disk; one thread. Follows inotify(7).
//
// The order is always: add the watch, then look at the folder. What happens in between is seen twice, never
// missed. The watches of a folder that is renamed are taken away and added again under the new name: the hint
// for the new name covers what happened meanwhile, and a folder that left the tree cannot go on reporting
// under its old name.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/unique_fd.h"
#include "watch/change.h"
#include "watch/folder_walk.h"
#include "watch/watch_table.h"

namespace loom::watch {

struct InotifyEvent;

/// What the kernel said since the last time.
struct Drained {
  std::vector<Change> changes;
  /// Events were lost or a folder was unmounted: arm again, then compare everything with the disk.
  bool lost = false;
  /// The root was deleted, moved, or something new has its name.
  bool root_changed = false;
};

class InotifyTree {
 public:
  /// Watches nothing yet. An error names the limit when the system has no instance left (EMFILE).
  static base::Result<InotifyTree> open(FolderFilter filter);

  int fd() const { return fd_.get(); }
  std::size_t watch_count() const { return table_.watch_count(); }

  /// Walks the whole tree: watches what has no watch, forgets what is gone. False when there is no root now.
  bool arm();
  /// Takes what is queued, and follows new, renamed and deleted folders. Never waits.
  Drained drain();

  /// Folders that have no events, each with all below it, found since the last call: to be polled.
  std::vector<std::string> take_unwatched();
  /// Sentences about limits reached since the last call.
  std::vector<std::string> take_messages();

 private:
  InotifyTree(FolderFilter filter, base::UniqueFd fd);

  void watch_parent_of_root();
  void walk(const std::string& path, std::vector<std::string>* visited);
  bool watch_folder(const Folder& folder);
  void on_no_watch_left();
  bool device_has_events(const Folder& folder);
  void forget_tree(const std::string& path);
  void forget_unvisited(const std::vector<std::string>& visited);

  void on_event(const InotifyEvent& event, Drained& drained);
  void on_parent_event(const InotifyEvent& event, Drained& drained) const;
  void on_ignored(int watch, Drained& drained);
  void on_entry(const std::string& path, const InotifyEvent& event, Drained& drained);
  void follow_folder(const std::string& path, std::uint32_t mask);
  void add_linked(const Change& change, Drained& drained) const;

  FolderFilter filter_;
  base::UniqueFd fd_;
  WatchTable table_;
  /// Links to files, by the path of the file they point to.
  std::set<std::pair<std::string, std::string>> file_links_;
  std::unordered_map<std::uint64_t, bool> device_events_;
  std::vector<std::string> unwatched_;
  std::vector<std::string> messages_;
  int parent_watch_ = -1;
  bool told_no_watch_left_ = false;
  bool told_no_events_ = false;
};

}  // namespace loom::watch
