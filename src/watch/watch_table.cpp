#include "watch/watch_table.h"

#include <algorithm>

namespace loom::watch {

std::optional<int> WatchTable::add(int watch, const std::string& path) {
  const auto [position, is_new] = watches_.try_emplace(path, watch);
  if (!is_new && position->second == watch) {
    return std::nullopt;
  }
  paths_[watch].push_back(path);
  if (is_new) {
    return std::nullopt;
  }
  const int previous = position->second;
  position->second = watch;
  return drop_path(previous, path) ? std::optional(previous) : std::nullopt;
}

const std::vector<std::string>* WatchTable::find_paths(int watch) const {
  const auto position = paths_.find(watch);
  return position == paths_.end() ? nullptr : &position->second;
}

std::vector<int> WatchTable::remove_tree(const std::string& path) {
  std::vector<int> orphans;
  const auto take = [&](std::map<std::string, int>::iterator position) {
    if (drop_path(position->second, position->first)) {
      orphans.push_back(position->second);
    }
    return watches_.erase(position);
  };
  if (const auto self = watches_.find(path); self != watches_.end()) {
    take(self);
  }
  const std::string prefix = path.empty() ? "" : path + "/";
  auto position = watches_.lower_bound(prefix);
  while (position != watches_.end() && position->first.starts_with(prefix)) {
    position = take(position);
  }
  return orphans;
}

void WatchTable::remove(int watch) {
  const auto position = paths_.find(watch);
  if (position == paths_.end()) {
    return;
  }
  for (const std::string& path : position->second) {
    watches_.erase(path);
  }
  paths_.erase(position);
}

std::vector<std::string> WatchTable::paths() const {
  std::vector<std::string> all;
  all.reserve(watches_.size());
  for (const auto& [path, watch] : watches_) {
    all.push_back(path);
  }
  return all;
}

/// True when it was the last path of the watch.
bool WatchTable::drop_path(int watch, const std::string& path) {
  const auto position = paths_.find(watch);
  if (position == paths_.end()) {
    return false;
  }
  std::erase(position->second, path);
  if (!position->second.empty()) {
    return false;
  }
  paths_.erase(position);
  return true;
}

}  // namespace loom::watch
