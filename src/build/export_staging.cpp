#include "build/export_staging.h"

#include <errno.h>
#include <fcntl.h>
#include <filesystem>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <vector>

#include "base/file.h"

namespace loom::build {
namespace {

constexpr std::size_t kRandomCharacters = 6;
constexpr mode_t kNewFolderMode = 0755;

base::UniqueFd open_locked(const std::string& path) {
  base::UniqueFd fd(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (fd && flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
    fd.reset();
  }
  return fd;
}

}  // namespace

bool is_staging_name(std::string_view name) {
  const std::size_t mark = name.rfind(kStagingMark);
  return name.starts_with('.') && mark != std::string_view::npos &&
         name.size() == mark + kStagingMark.size() + kRandomCharacters;
}

base::Result<StagingFolder> StagingFolder::make(const std::string& parent, const std::string& prefix) {
  std::string path = (parent == "/" ? "" : parent) + "/" + prefix + std::string(kRandomCharacters, 'X');
  if (mkdtemp(path.data()) == nullptr) {
    return base::os_error(parent, errno);
  }
  base::UniqueFd fd = open_locked(path);
  if (!fd || fchmod(fd.get(), kNewFolderMode) != 0) {
    return base::os_error(path, errno);
  }
  return StagingFolder(std::move(path), std::move(fd));
}

StagingFolder::~StagingFolder() {
  if (!path_.empty()) {
    // What cannot be removed now is removed by the next run.
    static_cast<void>(base::remove_tree(path_));
  }
}

void remove_leftovers(const std::string& parent, const std::string& prefix) {
  std::error_code error;
  std::vector<std::string> leftovers;
  for (auto entry = std::filesystem::directory_iterator(parent, error);
       !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(prefix) && is_staging_name(name)) {
      leftovers.push_back(entry->path().string());
    }
  }
  for (const std::string& path : leftovers) {
    if (const base::UniqueFd lock = open_locked(path)) {
      static_cast<void>(base::remove_tree(path));
    }
  }
}

}  // namespace loom::build
