// The immutable table path -> resource, and what makes the next one from it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "snapshot/resource.h"

namespace loom::snapshot {

struct PathHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view path) const;
};

/// Paths are percent-decoded UTF-8 and start with "/": "/", "/blog/a/", "/style.css". A null value is a
/// tombstone in a delta.
using PathTable = std::unordered_map<std::string, ResourcePtr, PathHash, std::equal_to<>>;

/// A frozen base plus a small delta on top, so that publishing a one-page edit of a large site does not copy
/// its table.
class Snapshot {
 public:
  /// Null when the site has nothing there. Valid while this snapshot lives.
  const ResourcePtr* find(std::string_view path) const;
  /// The page for unknown paths; never null.
  const ResourcePtr& not_found() const { return not_found_; }
  /// "/" or the path of base_url, with a slash at both ends ("/blog/"), percent-decoded: where requests find
  /// "/".
  const std::string& mount_path() const { return mount_path_; }

  std::size_t size() const { return size_; }
  void for_each(const std::function<void(const std::string& path, const ResourcePtr& resource)>& visit) const;

 private:
  friend class SnapshotBuilder;

  std::shared_ptr<const PathTable> base_;
  PathTable delta_;
  ResourcePtr not_found_;
  std::string mount_path_ = "/";
  std::size_t size_ = 0;
};

/// Makes the successor of a snapshot. Cost: proportional to the changes, but for a merge each time that the
/// delta outgrows an eighth of the base.
class SnapshotBuilder {
 public:
  /// `previous` may be null.
  explicit SnapshotBuilder(const Snapshot* previous);

  void set(std::string path, ResourcePtr resource);
  void remove(std::string_view path);
  void set_not_found(ResourcePtr resource);
  void set_mount_path(std::string path);
  /// What would be found now; null when nothing.
  const ResourcePtr* find(std::string_view path) const;

  /// Requires: a not-found resource was set. Leaves the builder empty.
  std::shared_ptr<const Snapshot> build();

 private:
  std::unique_ptr<Snapshot> next_;
};

}  // namespace loom::snapshot
