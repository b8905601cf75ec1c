#include "build/export_output.h"

#include <algorithm>
#include <array>
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
/// Folders of a site that hold what its author wrote.
constexpr std::array<std::string_view, 6> kSourceFolders = {"content", "templates", "static",
                                                            "sass",    "themes",    "data"};
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

/// What speaks against writing a site to `path`, or "".
std::string objection(const std::string& path, const std::string& site_directory) {
  const char* home = std::getenv("HOME");
  if (path == "/" || (home != nullptr && *home == '/' && holds(path, resolved(home)))) {
    return "it is, or holds, the home directory";
  }
  if (site_directory.empty()) {
    return "";
  }
  const std::string site = resolved(site_directory);
  if (holds(path, site)) {
    return "it holds the site itself";
  }
  const bool is_source =
      std::any_of(kSourceFolders.begin(), kSourceFolders.end(),
                  [&](std::string_view name) { return holds(site + "/" + std::string(name), path); });
  return is_source ? "the site is read from there" : "";
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
  if (output_directory.empty()) {
    return base::Error("the output folder has an empty name");
  }
  OutputFolder output;
  output.path = resolved(output_directory);
  if (const std::string reason = objection(output.path, site_directory); !reason.empty()) {
    return base::Error(output.path + " cannot be the output folder: " + reason);
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
