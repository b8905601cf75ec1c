// Walks the folders of a site that are worth watching: the filter, links to folders inside the site, and the
// guard against links that lead in a circle. Reads the disk; one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace loom::watch {

struct FolderFilter {
  /// Absolute; opened as given, so that a root that is a link follows its new target.
  std::string root;
  std::vector<std::string> ignored_names;
  /// Below the root; "" when the output is elsewhere.
  std::string output_path;
  /// See WatchOptions::is_wanted. May be empty.
  std::function<bool(const std::string& path)> is_wanted = {};

  /// `path` is below the root.
  bool ignores_folder(const std::string& path) const;
  /// The absolute path of `path`, which is below the root ("" is the root itself).
  std::string absolute(const std::string& path) const { return path.empty() ? root : root + "/" + path; }
};

/// "a" and "b" make "a/b"; "" and "b" make "b".
std::string join_path(const std::string& folder, const std::string& name);

struct Folder {
  /// Below the root; "" is the root itself.
  std::string path;
  std::uint64_t device = 0;
  bool is_link = false;
};

/// What a walk calls. All paths are below the root.
struct FolderVisitor {
  /// Before the folder is listed, so that what appears meanwhile has an event or is in the listing. False
  /// leaves out the folder with all below it.
  std::function<bool(const Folder& folder)> on_folder;
  /// Everything that is no folder. May be empty.
  std::function<void(const std::string& path)> on_file;
  /// A link at `path` to the file `target` in the same site. May be empty.
  std::function<void(const std::string& path, const std::string& target)> on_file_link;
};

/// Walks the folder at `path`, or reports the one file there. Links that leave the root, are dangling or lead
/// back into a folder above them are passed over, as is what cannot be read. Returns false when `path` is no
/// folder.
bool walk_folders(const FolderFilter& filter, const std::string& path, const FolderVisitor& visitor);

}  // namespace loom::watch
