#include "watch/poller.h"

#include <algorithm>
#include <utility>

namespace loom::watch {

void Poller::add_folder(const std::string& path) {
  if (!covers(path)) {
    look(path, known_);
    folders_.insert(path);
  }
}

bool Poller::covers(const std::string& path) const {
  return std::any_of(folders_.begin(), folders_.end(), [&](const std::string& folder) {
    return folder.empty() || path == folder || path.starts_with(folder + "/");
  });
}

void Poller::look(const std::string& folder, Listing& listing) const {
  FolderVisitor visitor;
  visitor.on_folder = [&](const Folder& found) {
    // The stamp of a folder changes with each entry; the entries are compared one by one instead.
    return listing.try_emplace(found.path, Seen{{}, true}).second;
  };
  visitor.on_file = [&](const std::string& path) {
    listing.try_emplace(path, Seen{base::file_status(filter_.absolute(path)).stamp, false});
  };
  walk_folders(filter_, folder, visitor);
}

std::vector<Change> Poller::find_changes() {
  Listing now;
  for (const std::string& folder : folders_) {
    look(folder, now);
  }
  std::vector<Change> changes;
  for (const auto& [path, seen] : now) {
    const auto before = known_.find(path);
    const bool is_same = before != known_.end() && before->second.is_folder == seen.is_folder &&
                         before->second.stamp == seen.stamp;
    if (!is_same) {
      changes.push_back({path, seen.is_folder ? ChangeKind::Ready : ChangeKind::Writing, seen.is_folder});
    }
  }
  for (const auto& [path, seen] : known_) {
    if (!now.contains(path)) {
      changes.push_back({path, ChangeKind::Gone, seen.is_folder});
    }
  }
  known_ = std::move(now);
  return changes;
}

}  // namespace loom::watch
