#include "build/export_tree.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <errno.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <mutex>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include "base/digest.h"
#include "base/file.h"
#include "base/unique_fd.h"
#include "build/worker_pool.h"

namespace loom::build {
namespace {

constexpr mode_t kFolderMode = 0777;
constexpr mode_t kFileMode = 0666;
constexpr std::size_t kCopyBufferBytes = 256 * 1024;
constexpr std::size_t kFilesPerProgress = 64;

std::int64_t modified_ns(const struct stat& status) {
  return static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  }
  return true;
}

/// From `offset` of `from` to its end, by hand.
bool copy_bytes(int from, int to, off_t offset) {
  std::string buffer(kCopyBufferBytes, '\0');
  for (;;) {
    const ssize_t count = pread(from, buffer.data(), buffer.size(), offset);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      return count == 0;
    }
    if (!write_all(to, std::string_view(buffer).substr(0, static_cast<std::size_t>(count)))) {
      return false;
    }
    offset += count;
  }
}

/// Shares the blocks where the file system can (reflink), and never moves the offset of `from`.
bool copy_file(int from, int to, std::uint64_t size_bytes) {
  off_t offset = 0;
  while (static_cast<std::uint64_t>(offset) < size_bytes) {
    const auto left = static_cast<std::size_t>(size_bytes - static_cast<std::uint64_t>(offset));
    const ssize_t count = copy_file_range(from, &offset, to, nullptr, left, 0);
    if (count == 0) {
      return true;
    }
    if (count < 0 && errno != EINTR) {
      const bool is_refused = errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
      return is_refused && copy_bytes(from, to, offset);
    }
  }
  return true;
}

/// A new file, its folders made on the way. -1 with errno set on failure.
int create_file(int folder_fd, const std::string& path) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  const int fd = openat(folder_fd, path.c_str(), kFlags, kFileMode);
  if (fd >= 0 || errno != ENOENT || !make_parents(folder_fd, path)) {
    return fd;
  }
  return openat(folder_fd, path.c_str(), kFlags, kFileMode);
}

bool link_file(int old_fd, int new_fd, const std::string& path) {
  if (linkat(old_fd, path.c_str(), new_fd, path.c_str(), 0) == 0) {
    return true;
  }
  return errno == ENOENT && make_parents(new_fd, path) &&
         linkat(old_fd, path.c_str(), new_fd, path.c_str(), 0) == 0;
}

std::uint64_t content_hash(const ExportFile& file) {
  if (file.body) {
    return base::hash64(*file.body);
  }
  const base::FileStamp& stamp = file.large->stamp;
  return base::hash64(fmt::format("{} {} {} {} {}", stamp.device, stamp.inode, stamp.size_bytes,
                                  stamp.modified_ns, stamp.changed_ns));
}

class TreeWriter {
 public:
  TreeWriter(int folder_fd, const TreeSource& source) : folder_fd_(folder_fd), source_(source) {
    results_.resize(source.files.size());
  }

  base::Result<WrittenTree> write(const ExportProgress& on_progress) {
    const std::thread::id caller = std::this_thread::get_id();
    for_each_index(source_.files.size(), [&](std::size_t index) {
      if (!has_failed_.load(std::memory_order_relaxed)) {
        results_[index] = write_one(source_.files[index]);
      }
      const std::size_t done = done_count_.fetch_add(1, std::memory_order_relaxed) + 1;
      if (on_progress && std::this_thread::get_id() == caller && done % kFilesPerProgress == 0) {
        on_progress(done, source_.files.size());
      }
    });
    if (!failure_) {
      keep_entries();
    }
    if (!failure_ && syncfs(folder_fd_) != 0) {
      fail("the output", errno);
    }
    if (failure_) {
      return *failure_;
    }
    if (on_progress) {
      on_progress(source_.files.size(), source_.files.size());
    }
    return take_tree();
  }

 private:
  void fail(const std::string& path, int error_number) {
    const std::lock_guard lock(failure_mutex_);
    if (!failure_) {
      failure_ = base::os_error(path, error_number);
    }
    has_failed_ = true;
  }

  RecordedFile write_one(const ExportFile& file) {
    const std::uint64_t hash = content_hash(file);
    if (const auto linked = link_unchanged(file.path, hash)) {
      ++linked_count_;
      return *linked;
    }
    const base::UniqueFd fd(create_file(folder_fd_, file.path));
    struct stat status {};
    if (!fd || !fill(fd.get(), file) || fstat(fd.get(), &status) != 0) {
      fail(file.path, errno);
      return {};
    }
    const auto size_bytes = static_cast<std::uint64_t>(status.st_size);
    written_bytes_ += size_bytes;
    return {hash, size_bytes, modified_ns(status)};
  }

  static bool fill(int fd, const ExportFile& file) {
    if (file.body) {
      return write_all(fd, *file.body);
    }
    const int source_fd = file.large->fd.get();
    struct stat after {};
    if (!copy_file(source_fd, fd, file.large->stamp.size_bytes) || fstat(source_fd, &after) != 0) {
      return false;
    }
    if (modified_ns(after) != file.large->stamp.modified_ns) {
      // Changed while it was copied: what was written may be half of one and half of the other.
      errno = EBUSY;
      return false;
    }
    return true;
  }

  std::optional<RecordedFile> link_unchanged(const std::string& path, std::uint64_t hash) const {
    const auto recorded = source_.old_record.find(path);
    struct stat status {};
    if (recorded == source_.old_record.end() || recorded->second.hash != hash ||
        fstatat(source_.old_fd, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      return std::nullopt;
    }
    const RecordedFile& known = recorded->second;
    const bool is_as_written = S_ISREG(status.st_mode) && modified_ns(status) == known.modified_ns &&
                               static_cast<std::uint64_t>(status.st_size) == known.size_bytes;
    return is_as_written && link_file(source_.old_fd, folder_fd_, path) ? std::optional(known) : std::nullopt;
  }

  /// By link, so that the file is in both outputs until the old one is removed.
  void keep_entries() {
    for (const std::string& path : source_.kept_entries) {
      if (!keep_folder(path) && !link_file(source_.old_fd, folder_fd_, path) && !keep_copy(path)) {
        if (errno != EEXIST && errno != ENOTDIR && errno != EISDIR) {
          fail(path, errno);
          return;
        }
        replaced_entries_.push_back(path);
      }
    }
  }

  bool keep_folder(const std::string& path) const {
    return path.ends_with('/') && make_parents(folder_fd_, path);
  }

  /// For file systems without hard links. False with errno set.
  bool keep_copy(const std::string& path) const {
    if (errno != EPERM && errno != EMLINK && errno != EXDEV && errno != EOPNOTSUPP) {
      return false;
    }
    const base::UniqueFd from(
        openat(source_.old_fd, path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (!from || fstat(from.get(), &status) != 0) {
      return false;
    }
    const base::UniqueFd to(create_file(folder_fd_, path));
    return to && copy_file(from.get(), to.get(), static_cast<std::uint64_t>(status.st_size)) &&
           fchmod(to.get(), status.st_mode) == 0;
  }

  WrittenTree take_tree() {
    WrittenTree tree;
    tree.linked_count = linked_count_;
    tree.written_bytes = written_bytes_;
    tree.replaced_entries = std::move(replaced_entries_);
    tree.record.reserve(results_.size());
    for (std::size_t index = 0; index < results_.size(); ++index) {
      tree.record.emplace(source_.files[index].path, results_[index]);
    }
    return tree;
  }

  int folder_fd_;
  const TreeSource& source_;
  std::vector<RecordedFile> results_;
  std::vector<std::string> replaced_entries_;
  std::atomic<std::size_t> done_count_{0};
  std::atomic<std::size_t> linked_count_{0};
  std::atomic<std::uint64_t> written_bytes_{0};
  std::atomic<bool> has_failed_{false};
  std::mutex failure_mutex_;
  std::optional<base::Error> failure_;
};

}  // namespace

bool make_parents(int folder_fd, const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) {
    return true;
  }
  const std::string folder = path.substr(0, slash);
  const auto make = [&] { return mkdirat(folder_fd, folder.c_str(), kFolderMode) == 0 || errno == EEXIST; };
  return make() || (errno == ENOENT && make_parents(folder_fd, folder) && make());
}

base::Result<WrittenTree> write_tree(int folder_fd, const TreeSource& source,
                                     const ExportProgress& on_progress) {
  return TreeWriter(folder_fd, source).write(on_progress);
}

}  // namespace loom::build
