// Everything a build publishes, by path, with what claimed it. One thread.
#pragma once

#include <map>
#include <string>

#include "base/diagnostics.h"
#include "snapshot/snapshot.h"

namespace loom::build {

class RouteTable {
 public:
  /// Two claims of one path are an error that names both, unless one of them is a default: then the other
  /// wins.
  void add(const std::string& path, const std::string& label, snapshot::ResourcePtr resource,
           base::Diagnostics& diagnostics);
  void add_default(const std::string& path, const std::string& label, snapshot::ResourcePtr resource);

  bool contains(const std::string& path) const { return routes_.contains(path); }
  std::size_t size() const { return routes_.size(); }

  /// The snapshot with exactly these paths, and the paths that differ from `previous` (may be null), in
  /// order. The page for unknown paths is "/404.html" among them.
  struct Published {
    std::shared_ptr<const snapshot::Snapshot> snapshot;
    std::vector<std::string> changed_paths;
  };
  Published publish(const snapshot::Snapshot* previous, snapshot::ResourcePtr not_found,
                    const std::string& mount_path) const;

 private:
  struct Route {
    std::string label;
    snapshot::ResourcePtr resource;
    bool is_default = false;
  };

  std::map<std::string, Route> routes_;
};

}  // namespace loom::build
