// Compares folders with what they were, for those that inotify says nothing about. Reads the disk; one
// thread.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/file.h"
#include "watch/change.h"
#include "watch/folder_walk.h"

namespace loom::watch {

class Poller {
 public:
  explicit Poller(FolderFilter filter) : filter_(std::move(filter)) {}

  /// Takes the state of the folder and all below it as the one to compare with. A folder inside a known one
  /// is known.
  void add_folder(const std::string& path);
  bool empty() const { return folders_.empty(); }
  std::size_t folder_count() const { return folders_.size(); }

  /// What differs from the last look. A changed file counts as being written, since its writer may not be
  /// done.
  std::vector<Change> find_changes();

 private:
  struct Seen {
    base::FileStamp stamp;
    bool is_folder = false;
  };
  using Listing = std::unordered_map<std::string, Seen>;

  bool covers(const std::string& path) const;
  void look(const std::string& folder, Listing& listing) const;

  FolderFilter filter_;
  std::set<std::string> folders_;
  Listing known_;
};

}  // namespace loom::watch
