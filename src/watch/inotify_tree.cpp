#include "watch/inotify_tree.h"

#include <algorithm>
#include <array>
#include <errno.h>
#include <fmt/core.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/ascii.h"
#include "base/file.h"
#include "watch/file_system_kind.h"
#include "watch/inotify_events.h"
#include "watch/limits.h"
#include "watch/name_filter.h"

namespace loom::watch {
namespace {

constexpr std::uint32_t kEntryEvents =
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
constexpr std::uint32_t kFolderMask =
    kEntryEvents | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr std::uint32_t kParentMask = IN_CREATE | IN_MOVED_TO | IN_ONLYDIR;

constexpr std::uint64_t kSysctlBytesMax = 64;

std::string sysctl_value(const std::string& name) {
  const auto content = base::read_file("/proc/sys/fs/inotify/" + name, kSysctlBytesMax);
  const std::string_view value = content ? base::trim(content->bytes) : std::string_view();
  return value.empty() ? "unknown" : std::string(value);
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

bool is_link(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

ChangeKind kind_of(std::uint32_t mask) {
  if ((mask & (IN_DELETE | IN_MOVED_FROM)) != 0) {
    return ChangeKind::Gone;
  }
  if ((mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
    return ChangeKind::Ready;
  }
  if ((mask & IN_CREATE) != 0) {
    return (mask & IN_ISDIR) != 0 ? ChangeKind::Ready : ChangeKind::Made;
  }
  return (mask & IN_MODIFY) != 0 ? ChangeKind::Writing : ChangeKind::Attributes;
}

}  // namespace

base::Result<InotifyTree> InotifyTree::open(FolderFilter filter) {
  base::UniqueFd fd(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (fd) {
    return InotifyTree(std::move(filter), std::move(fd));
  }
  if (errno == EMFILE) {
    return base::Error(
        fmt::format("no inotify instance is left (fs.inotify.max_user_instances = {}): raise it with "
                    "\"sysctl fs.inotify.max_user_instances=1024\"",
                    sysctl_value("max_user_instances")));
  }
  return base::os_error("inotify", errno);
}

InotifyTree::InotifyTree(FolderFilter filter, base::UniqueFd fd)
    : filter_(std::move(filter)), fd_(std::move(fd)) {}

bool InotifyTree::arm() {
  watch_parent_of_root();
  file_links_.clear();
  unwatched_.clear();
  std::vector<std::string> visited;
  walk("", &visited);
  forget_unvisited(visited);
  return !visited.empty();
}

void InotifyTree::watch_parent_of_root() {
  if (filter_.root != "/") {
    parent_watch_ = inotify_add_watch(fd_.get(), parent_of(filter_.root).c_str(), kParentMask);
  }
}

void InotifyTree::walk(const std::string& path, std::vector<std::string>* visited) {
  FolderVisitor visitor;
  visitor.on_folder = [&](const Folder& folder) {
    if (visited != nullptr) {
      visited->push_back(folder.path);
    }
    return watch_folder(folder);
  };
  visitor.on_file_link = [&](const std::string& link, const std::string& target) {
    file_links_.emplace(target, link);
  };
  walk_folders(filter_, path, visitor);
}

/// False when nothing below the folder is watched either.
bool InotifyTree::watch_folder(const Folder& folder) {
  if (!device_has_events(folder)) {
    unwatched_.push_back(folder.path);
    return false;
  }
  // The root may be a link itself.
  const bool follows = folder.is_link || folder.path.empty();
  const std::uint32_t mask = kFolderMask | (follows ? 0U : IN_DONT_FOLLOW);
  const int watch = inotify_add_watch(fd_.get(), filter_.absolute(folder.path).c_str(), mask);
  if (watch < 0) {
    if (errno == ENOSPC || errno == ENOMEM) {
      on_no_watch_left();
      unwatched_.push_back(folder.path);
    }
    return false;
  }
  if (const auto orphan = table_.add(watch, folder.path)) {
    inotify_rm_watch(fd_.get(), *orphan);
  }
  return true;
}

void InotifyTree::on_no_watch_left() {
  if (!std::exchange(told_no_watch_left_, true)) {
    messages_.push_back(fmt::format(
        "watching {} folders, and the system allows no more (fs.inotify.max_user_watches = {}): the "
        "others are compared with the disk every {} ms; raise the limit with "
        "\"sysctl fs.inotify.max_user_watches=524288\"",
        table_.watch_count(), sysctl_value("max_user_watches"), kPollInterval.count()));
  }
}

bool InotifyTree::device_has_events(const Folder& folder) {
  const auto [position, is_new] = device_events_.try_emplace(folder.device, true);
  if (is_new) {
    position->second = has_events(filter_.absolute(folder.path));
  }
  if (!position->second && !std::exchange(told_no_events_, true)) {
    messages_.push_back(
        fmt::format("{} is on a file system without change events: it is compared every {} ms",
                    folder.path.empty() ? "the site" : folder.path, kPollInterval.count()));
  }
  return position->second;
}

void InotifyTree::forget_tree(const std::string& path) {
  for (const int watch : table_.remove_tree(path)) {
    inotify_rm_watch(fd_.get(), watch);
  }
}

void InotifyTree::forget_unvisited(const std::vector<std::string>& visited) {
  std::vector<std::string> kept = visited;
  std::sort(kept.begin(), kept.end());
  for (const std::string& path : table_.paths()) {
    if (!std::binary_search(kept.begin(), kept.end(), path)) {
      forget_tree(path);
    }
  }
}

Drained InotifyTree::drain() {
  Drained drained;
  alignas(inotify_event) std::array<char, kReadBufferBytes> buffer;
  for (std::size_t reads = 0; reads < kReadsPerDrain;) {
    const ssize_t count = read(fd_.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      break;
    }
    ++reads;
    for (const InotifyEvent& event : parse_inotify_events({buffer.data(), static_cast<std::size_t>(count)})) {
      on_event(event, drained);
    }
  }
  return drained;
}

void InotifyTree::on_event(const InotifyEvent& event, Drained& drained) {
  if ((event.mask & (IN_Q_OVERFLOW | IN_UNMOUNT)) != 0) {
    drained.lost = true;
    return;
  }
  if (event.watch == parent_watch_) {
    on_parent_event(event, drained);
    return;
  }
  if ((event.mask & IN_IGNORED) != 0) {
    on_ignored(event.watch, drained);
    return;
  }
  const std::vector<std::string>* found = table_.find_paths(event.watch);
  if (found == nullptr) {
    return;
  }
  // A copy: following a folder changes the table.
  const std::vector<std::string> folders = *found;
  for (const std::string& folder : folders) {
    if (!event.name.empty()) {
      on_entry(join_path(folder, event.name), event, drained);
    } else if (folder.empty() && (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
      drained.root_changed = true;
    }
  }
}

void InotifyTree::on_parent_event(const InotifyEvent& event, Drained& drained) const {
  const bool is_root = event.name == last_segment(filter_.root);
  const bool is_parent_gone = (event.mask & IN_IGNORED) != 0;
  drained.root_changed = drained.root_changed || is_root || is_parent_gone;
}

void InotifyTree::on_ignored(int watch, Drained& drained) {
  if (const auto* paths = table_.find_paths(watch)) {
    drained.root_changed =
        drained.root_changed || std::find(paths->begin(), paths->end(), "") != paths->end();
    table_.remove(watch);
  }
}

void InotifyTree::on_entry(const std::string& path, const InotifyEvent& event, Drained& drained) {
  const bool is_folder = (event.mask & IN_ISDIR) != 0;
  if (is_folder && filter_.ignores_folder(path)) {
    return;
  }
  follow_folder(path, event.mask);
  const Change change{path, kind_of(event.mask), is_folder, event.cookie};
  drained.changes.push_back(change);
  add_linked(change, drained);
}

/// Keeps the watches in step with one event about `path`, which may be a folder, a link to one, or neither.
void InotifyTree::follow_folder(const std::string& path, std::uint32_t mask) {
  const bool is_folder = (mask & IN_ISDIR) != 0;
  const bool appears = (mask & (IN_CREATE | IN_MOVED_TO)) != 0;
  if ((mask & (IN_DELETE | IN_MOVED_FROM)) != 0 || appears) {
    forget_tree(path);
  }
  const bool may_be_readable_now = is_folder && (mask & IN_ATTRIB) != 0;
  if (may_be_readable_now || (appears && (is_folder || is_link(filter_.absolute(path))))) {
    walk(path, nullptr);
  }
}

/// A file that links point to has changed under the names of the links too, and so has every file in a folder
/// that came or went.
void InotifyTree::add_linked(const Change& change, Drained& drained) const {
  const std::string below = change.path + "/";
  for (auto link = file_links_.lower_bound({change.path, ""});
       link != file_links_.end() && link->first.starts_with(change.path); ++link) {
    if (link->first == change.path || (change.is_folder && link->first.starts_with(below))) {
      drained.changes.push_back({link->second, change.kind, false});
    }
  }
}

std::vector<std::string> InotifyTree::take_unwatched() {
  return std::exchange(unwatched_, {});
}

std::vector<std::string> InotifyTree::take_messages() {
  return std::exchange(messages_, {});
}

}  // namespace loom::watch
