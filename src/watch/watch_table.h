// Which folder each inotify watch stands for. A folder that is reached by several paths (links) has one
// watch. Pure; one thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace loom::watch {

class WatchTable {
 public:
  /// Returns the watch that `path` had before when no path is left for it: remove it from the kernel.
  std::optional<int> add(int watch, const std::string& path);

  /// Null when the watch is unknown. Valid until the next change of the table.
  const std::vector<std::string>* find_paths(int watch) const;
  bool contains(const std::string& path) const { return watches_.contains(path); }

  /// Forgets `path` and all below it ("" is everything). Returns the watches without any path left.
  std::vector<int> remove_tree(const std::string& path);
  /// Forgets a watch that the kernel has dropped.
  void remove(int watch);

  std::vector<std::string> paths() const;
  std::size_t watch_count() const { return paths_.size(); }

 private:
  bool drop_path(int watch, const std::string& path);

  std::map<std::string, int> watches_;
  std::unordered_map<int, std::vector<std::string>> paths_;
};

}  // namespace loom::watch
