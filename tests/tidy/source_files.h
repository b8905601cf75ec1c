// The sources of this repository as the tidy tests see them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace loom::tidy {

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Paths below the repository's root, sorted.
inline std::vector<std::string> files_below(const std::string& folder) {
  const std::filesystem::path root = LOOM_SOURCE_DIR;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    if (entry.is_regular_file()) {
      files.push_back(entry.path().lexically_relative(root).string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline bool is_code(const std::string& path) {
  return path.ends_with(".h") || path.ends_with(".cpp");
}

inline std::string source_text(const std::string& path) {
  return read_text(std::filesystem::path(LOOM_SOURCE_DIR) / path);
}

}  // namespace loom::tidy
