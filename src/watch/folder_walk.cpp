#include "watch/folder_walk.h"

#include <algorithm>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <stdlib.h>
#include <sys/stat.h>
#include <utility>

#include "base/unique_fd.h"
#include "watch/limits.h"
#include "watch/name_filter.h"

namespace loom::watch {
namespace {

using FolderIdentity = std::pair<dev_t, ino_t>;
using ListingHandle = std::unique_ptr<DIR, int (*)(DIR*)>;

FolderIdentity identity_of(const struct stat& status) {
  return {status.st_dev, status.st_ino};
}

class Walk {
 public:
  Walk(const FolderFilter& filter, const FolderVisitor& visitor)
      : filter_(filter), visitor_(visitor), real_root_(real_path(filter.root).value_or(filter.root)) {}

  bool start(const std::string& path) {
    for (std::size_t slash = 0; slash < path.size(); slash = path.find('/', slash + 1)) {
      push_identity(path.substr(0, slash));
    }
    struct stat status {};
    if (lstat(filter_.absolute(path).c_str(), &status) != 0) {
      return false;
    }
    return path.empty() ? enter(path, false) : visit(path, status.st_mode);
  }

 private:
  static std::optional<std::string> real_path(const std::string& path) {
    const std::unique_ptr<char, void (*)(void*)> resolved(realpath(path.c_str(), nullptr), free);
    return resolved ? std::optional<std::string>(resolved.get()) : std::nullopt;
  }

  void push_identity(const std::string& path) {
    struct stat status {};
    if (stat(filter_.absolute(path).c_str(), &status) == 0) {
      above_.push_back(identity_of(status));
    }
  }

  bool visit(const std::string& path, mode_t mode) {
    if (S_ISDIR(mode)) {
      return enter(path, false);
    }
    if (S_ISLNK(mode)) {
      return visit_link(path);
    }
    report_file(path);
    return false;
  }

  void report_file(const std::string& path) const {
    if (visitor_.on_file) {
      visitor_.on_file(path);
    }
  }

  bool visit_link(const std::string& path) {
    struct stat status {};
    const auto target = real_path(filter_.absolute(path));
    if (!target || !target->starts_with(real_root_ + "/") || stat(target->c_str(), &status) != 0) {
      return false;
    }
    if (S_ISDIR(status.st_mode)) {
      return follow(path);
    }
    report_file(path);
    if (visitor_.on_file_link) {
      visitor_.on_file_link(path, target->substr(real_root_.size() + 1));
    }
    return false;
  }

  bool follow(const std::string& path) {
    if (link_depth_ >= kLinkDepthMax) {
      return false;
    }
    ++link_depth_;
    const bool entered = enter(path, true);
    --link_depth_;
    return entered;
  }

  bool enter(const std::string& path, bool is_link) {
    if (filter_.ignores_folder(path) || above_.size() >= kFolderDepthMax) {
      return false;
    }
    struct stat status {};
    if (stat(filter_.absolute(path).c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
      return false;
    }
    const bool is_circle = std::find(above_.begin(), above_.end(), identity_of(status)) != above_.end();
    if (is_circle || !visitor_.on_folder(Folder{path, status.st_dev, is_link})) {
      return false;
    }
    above_.push_back(identity_of(status));
    list(path);
    above_.pop_back();
    return true;
  }

  void list(const std::string& path) {
    // The names are taken first, so that a deep tree does not hold a descriptor for each level.
    for (const auto& [name, mode] : read_names(path)) {
      visit(join_path(path, name), mode);
    }
  }

  std::vector<std::pair<std::string, mode_t>> read_names(const std::string& path) const {
    std::vector<std::pair<std::string, mode_t>> names;
    const ListingHandle listing(opendir(filter_.absolute(path).c_str()), closedir);
    while (const dirent* entry = listing ? readdir(listing.get()) : nullptr) {
      const std::string name = entry->d_name;
      if (name != "." && name != "..") {
        names.emplace_back(name, mode_of(dirfd(listing.get()), *entry));
      }
    }
    return names;
  }

  static mode_t mode_of(int folder_fd, const dirent& entry) {
    if (entry.d_type != DT_UNKNOWN) {
      return static_cast<mode_t>(DTTOIF(entry.d_type));
    }
    struct stat status {};
    return fstatat(folder_fd, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status.st_mode : 0;
  }

  const FolderFilter& filter_;
  const FolderVisitor& visitor_;
  const std::string real_root_;
  /// The folders that the walk is inside of.
  std::vector<FolderIdentity> above_;
  std::size_t link_depth_ = 0;
};

}  // namespace

bool FolderFilter::ignores_folder(const std::string& path) const {
  if (path.empty()) {
    return false;
  }
  const std::string_view name = last_segment(path);
  return is_silent_folder_name(name) || (!output_path.empty() && path == output_path) ||
         std::find(ignored_names.begin(), ignored_names.end(), name) != ignored_names.end() ||
         (is_wanted && !is_wanted(path));
}

std::string join_path(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

bool walk_folders(const FolderFilter& filter, const std::string& path, const FolderVisitor& visitor) {
  return Walk(filter, visitor).start(path);
}

}  // namespace loom::watch
