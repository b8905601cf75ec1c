// Which parts of a site folder are read at all. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loom::site {

class SourceLayout {
 public:
  /// Everything but what names.h skips, the output folders and what the patterns name.
  static SourceLayout bare(std::vector<std::string> output_folders,
                           std::vector<std::string> ignored_patterns);
  /// Configuration, content/, templates/, static/, sass/, data/, the parts of themes/, `further_paths`, and
  /// data files and images anywhere else but in folders that hold what was made and where the patterns say.
  static SourceLayout site(std::vector<std::string> output_folders, std::vector<std::string> further_paths,
                           std::vector<std::string> ignored_patterns);

  bool is_bare() const { return is_bare_; }
  /// Whether a file of this path is read, or a folder of this path looked into. Each part of the path is
  /// judged.
  bool includes(std::string_view path, bool is_folder) const;
  /// "content", or "" for a bare folder.
  std::string_view content_folder() const { return is_bare_ ? "" : "content"; }

 private:
  bool is_ignored_path(std::string_view path, bool is_folder) const;
  bool includes_in_site(std::string_view path, bool is_folder) const;
  bool is_further(std::string_view path, bool is_folder) const;

  bool is_bare_ = false;
  std::vector<std::string> output_folders_;
  std::vector<std::string> patterns_;
  std::vector<std::string> further_paths_;
};

/// Whether `path` is `folder` or lies below it; everything lies below "".
bool is_within(std::string_view path, std::string_view folder);

}  // namespace loom::site
