// The folder in which an export grows before it takes the place of the old output. One thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/unique_fd.h"

namespace loom::build {

/// The start of the names of such folders, between a dot (with the output's name) and six random characters.
inline constexpr std::string_view kStagingMark = ".loom-new-";

bool is_staging_name(std::string_view name);

/// Removed with all it holds when it goes out of scope, whatever it holds then. While it lives it is locked
/// (flock), so that another run does not take it for a leftover.
class StagingFolder {
 public:
  /// A new folder in `parent` whose name starts with `prefix`.
  static base::Result<StagingFolder> make(const std::string& parent, const std::string& prefix);

  StagingFolder(StagingFolder&& other) noexcept
      : path_(std::exchange(other.path_, "")), fd_(std::move(other.fd_)) {}
  StagingFolder& operator=(StagingFolder&&) = delete;
  ~StagingFolder();

  const std::string& path() const { return path_; }
  int fd() const { return fd_.get(); }
  /// Nothing is removed any more: the folder has its final name.
  void release() { path_.clear(); }

 private:
  StagingFolder(std::string path, base::UniqueFd fd) : path_(std::move(path)), fd_(std::move(fd)) {}

  std::string path_;
  base::UniqueFd fd_;
};

/// Removes what killed runs have left in `parent`: folders whose name starts with `prefix` that nobody has
/// locked.
void remove_leftovers(const std::string& parent, const std::string& prefix);

}  // namespace loom::build
