// A folder of its own for a test that needs a disk, removed with all it holds when the test ends.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/check.h"

namespace loom::support {

class TempFolder {
 public:
  /// Made below `parent`, which must exist; the system's folder for temporary files when empty.
  explicit TempFolder(const std::string& parent = "") {
    const std::string base = parent.empty() ? std::filesystem::temp_directory_path().string() : parent;
    path_ = base + "/loom-test-XXXXXX";
    LOOM_CHECK(mkdtemp(path_.data()) != nullptr);
  }
  TempFolder(TempFolder&& other) noexcept : path_(std::exchange(other.path_, "")) {}
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  TempFolder& operator=(TempFolder&&) = delete;
  ~TempFolder() {
    std::error_code ignored;
    if (!path_.empty()) {
      std::filesystem::remove_all(path_, ignored);
    }
  }

  /// Absolute, without a slash at the end.
  const std::string& path() const { return path_; }
  /// The absolute path of `relative`, which need not exist.
  std::string path(std::string_view relative) const { return path_ + "/" + std::string(relative); }

  /// Makes the folders above it, then writes the file in place. Returns its absolute path.
  std::string write(std::string_view relative, std::string_view bytes) const {
    const std::string file = path(relative);
    std::filesystem::create_directories(std::filesystem::path(file).parent_path());
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    LOOM_CHECK(stream.good());
    return file;
  }
  /// Writes under another name in the same folder and renames it to `relative`.
  void replace(std::string_view relative, std::string_view bytes) const {
    const std::string staged = write(std::string(relative) + ".~staged~", bytes);
    std::filesystem::rename(staged, path(relative));
  }
  void append(std::string_view relative, std::string_view bytes) const {
    std::ofstream stream(path(relative), std::ios::binary | std::ios::app);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  /// The bytes of the file; "" when it is missing.
  std::string read(std::string_view relative) const {
    std::ifstream stream(path(relative), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }
  bool exists(std::string_view relative) const {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path(relative), ignored));
  }
  void make_folder(std::string_view relative) const { std::filesystem::create_directories(path(relative)); }
  void rename(std::string_view from, std::string_view to) const {
    std::filesystem::rename(path(from), path(to));
  }
  /// A file or a folder with all it holds; a missing one is fine.
  void remove(std::string_view relative) const {
    std::error_code ignored;
    std::filesystem::remove_all(path(relative), ignored);
  }
  /// A symbolic link named `link` that points to `target` as written.
  void link(const std::string& target, std::string_view link) const {
    std::filesystem::create_symlink(target, path(link));
  }

 private:
  std::string path_;
};

}  // namespace loom::support
