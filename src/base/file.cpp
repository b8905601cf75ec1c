#include "base/file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "base/unique_fd.h"

namespace loom::base {
namespace {

namespace fs = std::filesystem;

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileStatus status_from(const struct stat& info) {
  FileStatus status;
  status.kind = S_ISREG(info.st_mode)   ? FileKind::Regular
                : S_ISDIR(info.st_mode) ? FileKind::Directory
                                        : FileKind::Other;
  status.stamp = {info.st_dev, info.st_ino, static_cast<std::uint64_t>(info.st_size),
                  nanoseconds(info.st_mtim), nanoseconds(info.st_ctim)};
  return status;
}

FileStatus status_of(int fd) {
  struct stat info {};
  return ::fstat(fd, &info) == 0 ? status_from(info) : FileStatus{};
}

/// Reads to the end of the file or to `size_bytes_max` + 1 bytes, whichever is first.
Result<std::string> read_all(int fd, const std::string& path, std::uint64_t expected_bytes,
                             std::uint64_t size_bytes_max) {
  std::string bytes(static_cast<std::size_t>(expected_bytes) + 1, '\0');
  std::size_t used = 0;
  while (used <= size_bytes_max) {
    if (used == bytes.size()) {
      bytes.resize(bytes.size() * 2);
    }
    const ssize_t count = ::read(fd, bytes.data() + used, bytes.size() - used);
    if (count == 0) {
      break;
    }
    if (count > 0) {
      used += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      return os_error(path, errno);
    }
  }
  bytes.resize(used);
  return bytes;
}

Result<void> write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return os_error(path, errno);
    }
  }
  return {};
}

Error too_large(const std::string& path, std::uint64_t size_bytes_max) {
  return Error(fmt::format("{}: larger than {} bytes", path, size_bytes_max));
}

}  // namespace

Error os_error(std::string_view what, int error_number) {
  return Error(fmt::format("{}: {}", what, std::generic_category().message(error_number)));
}

FileStatus file_status(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0) {
    return status_from(info);
  }
  FileStatus status;
  const bool missing = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
  status.kind = missing ? FileKind::Missing : FileKind::Other;
  return status;
}

Result<FileContent> read_file(const std::string& path, std::uint64_t size_bytes_max) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!fd) {
    return os_error(path, errno);
  }
  const FileStatus before = status_of(fd.get());
  if (before.kind != FileKind::Regular) {
    return Error(path + ": not a regular file");
  }
  if (before.stamp.size_bytes > size_bytes_max) {
    return too_large(path, size_bytes_max);
  }
  Result<std::string> bytes = read_all(fd.get(), path, before.stamp.size_bytes, size_bytes_max);
  if (!bytes) {
    return bytes.error();
  }
  if (bytes->size() > size_bytes_max) {
    return too_large(path, size_bytes_max);
  }
  FileContent content;
  content.bytes = std::move(*bytes);
  content.stamp = status_of(fd.get()).stamp;
  content.settled = content.stamp == before.stamp && content.stamp.size_bytes == content.bytes.size();
  return content;
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  std::string temporary = path + ".XXXXXX";
  UniqueFd fd(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!fd) {
    return os_error(path, errno);
  }
  Result<void> written = write_all(fd.get(), bytes, path);
  if (written && ::fchmod(fd.get(), 0644) != 0) {
    written = os_error(path, errno);
  }
  fd.reset();
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0) {
    written = os_error(path, errno);
  }
  if (!written) {
    ::unlink(temporary.c_str());
  }
  return written;
}

Result<void> make_directories(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) {
    return os_error(path, error.value());
  }
  return {};
}

Result<void> remove_tree(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) {
    return os_error(path, error.value());
  }
  return {};
}

std::string cache_directory() {
  const char* cache_home = std::getenv("XDG_CACHE_HOME");
  if (cache_home != nullptr && *cache_home == '/') {
    return std::string(cache_home) + "/loom";
  }
  const char* home = std::getenv("HOME");
  return (home != nullptr && *home == '/' ? std::string(home) : std::string("/tmp")) + "/.cache/loom";
}

}  // namespace loom::base
