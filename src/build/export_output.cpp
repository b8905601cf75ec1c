#include "build/export_output.h"

#include <algorithm>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <fmt/core.h>
#include <fmt/ranges.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>

#include "base/file.h"
#include "base/unique_fd.h"
#include "build/export_staging.h"

namespace loom::build {
namespace {

constexpr std::size_t kNamesShown = 5;
/// "." and ".." are in each listing.
constexpr std::size_t kDotEntries = 2;

using ListingHandle = std::unique_ptr<DIR, int (*)(DIR*)>;

std::string resolved(const std::string& path) {
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error);
  const auto real = std::filesystem::weakly_canonical(absolute, error);
  std::string text = (error ? absolute.lexically_normal() : real).string();
  while (text.size() > 1 && text.ends_with('/')) {
    text.pop_back();
  }
  return text;
}

bool holds(const std::string& folder, const std::string& path) {
  return path == folder || path.starts_with(folder == "/" ? folder : folder + "/");
}

bool is_folder(int parent_fd, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) {
    return entry.d_type == DT_DIR;
  }
  struct stat status {};
  return fstatat(parent_fd, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

class ForeignSearch {
 public:
  explicit ForeignSearch(const ExportRecord& record) : record_(record) {}

  void look(int parent_fd, const char* name, const std::string& prefix) {
    const int fd = openat(parent_fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    const ListingHandle listing(fd < 0 ? nullptr : fdopendir(fd), closedir);
    std::size_t entry_count = 0;
    while (const dirent* entry = listing ? readdir(listing.get()) : nullptr) {
      on_entry(dirfd(listing.get()), *entry, prefix);
      ++entry_count;
    }
    // Git, for one, does not work without its empty folders.
    if (entry_count <= kDotEntries && !prefix.empty()) {
      foreign_.push_back(prefix);
    }
  }

  std::vector<std::string> take() {
    std::sort(foreign_.begin(), foreign_.end());
    return std::move(foreign_);
  }

 private:
  void on_entry(int folder_fd, const dirent& entry, const std::string& prefix) {
    const std::string_view name = entry.d_name;
    if (name == "." || name == ".." || (prefix.empty() && is_staging_name(name))) {
      return;
    }
    const std::string path = prefix + std::string(name);
    if (is_folder(folder_fd, entry)) {
      look(folder_fd, entry.d_name, path + "/");
    } else if (!record_.contains(path)) {
      foreign_.push_back(path);
    }
  }

  const ExportRecord& record_;
  std::vector<std::string> foreign_;
};

}  // namespace

base::Result<OutputFolder> resolve_output(const std::string& output_directory,
                                          const std::string& site_directory) {
  OutputFolder output;
  output.path = resolved(output_directory);
  const char* home = std::getenv("HOME");
  if (output.path == "/" || (home != nullptr && *home == '/' && holds(output.path, resolved(home)))) {
    return base::Error(output.path + " cannot be the output folder: it is, or holds, the home directory");
  }
  if (!site_directory.empty() && holds(output.path, resolved(site_directory))) {
    return base::Error(output.path + " cannot be the output folder: it holds the site itself");
  }
  const std::size_t slash = output.path.rfind('/');
  output.parent = slash == 0 ? "/" : output.path.substr(0, slash);
  output.name = output.path.substr(slash + 1);
  const base::FileKind kind = base::file_status(output.path).kind;
  if (kind == base::FileKind::Regular || kind == base::FileKind::Other) {
    return base::Error(output.path + " cannot be the output folder: it is no folder");
  }
  output.exists = kind == base::FileKind::Directory;
  if (auto made = base::make_directories(output.parent); !made) {
    return made.error();
  }
  return output;
}

std::vector<std::string> find_foreign_entries(int folder_fd, const ExportRecord& record) {
  ForeignSearch search(record);
  search.look(folder_fd, ".", "");
  return search.take();
}

base::Error foreign_entries_error(const std::string& output_path, const std::vector<std::string>& foreign) {
  const std::size_t shown = std::min(foreign.size(), kNamesShown);
  const std::string more = foreign.size() > shown ? fmt::format(" and {} more", foreign.size() - shown) : "";
  return base::Error(fmt::format(
      "{} holds files that Loom did not write: {}{} (--force keeps them and goes on)", output_path,
      fmt::join(foreign.begin(), foreign.begin() + static_cast<std::ptrdiff_t>(shown), ", "), more));
}

}  // namespace loom::build
