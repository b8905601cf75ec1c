// Reads a site folder into a SourceTree: the only disk reads of a rebuild. Reload thread (or the thread of a
// command). With a configuration file only the folders of a site are read; a folder without one is content as
// a whole. Temporary files of editors, dot entries except .well-known, node_modules and the output folder are
// never seen; links out of the site, FIFOs, sockets, devices, unreadable and oversized files are skipped with
// a warning.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"
#include "site/source_tree.h"

namespace loom::site {

struct SourceLoaderOptions {
  /// Folders below the site root that hold output ("public"); never read.
  std::vector<std::string> output_folders = {"public"};
  /// Files and folders below the root to read besides those of a site's layout.
  std::vector<std::string> further_paths;
  /// Take a bare folder of any size, and the home directory (`--yes`).
  bool allow_any_folder = false;
};

struct LoadReport {
  /// Added, removed or with other bytes; ordered. A file that was only touched is not among them.
  std::vector<std::string> changed_paths;
  /// Changed while they were read, or not readable for now: their last good bytes are kept. Ask again soon.
  std::vector<std::string> unsettled_paths;
  /// The folder of the pages is absent or holds no file; the tree was left as it was.
  bool content_is_gone = false;
};

class SourceLoader {
 public:
  SourceLoader(std::string root, SourceLoaderOptions options);

  /// Fills `tree` anew. An Error when the root is no readable folder, or a bare folder that asks for `--yes`.
  base::Result<LoadReport> load_all(SourceTree& tree, base::Diagnostics& diagnostics);

  /// Looks again at files or folders (with all below them) given by paths below the root, whether they exist
  /// or not; at everything when `rescan_everything`. Adds the warnings that stand for the whole site, not
  /// only the new ones. A file that cannot be read keeps its last good bytes.
  LoadReport refresh(SourceTree& tree, const std::vector<std::string>& hinted_paths, bool rescan_everything,
                     base::Diagnostics& diagnostics);

  const std::string& root() const { return root_; }
  /// Whether the last load found no configuration file.
  bool is_bare() const { return is_bare_; }

 private:
  struct Scan;

  void find_layout();
  void scan_entry(Scan& scan, const std::string& path, std::size_t depth);
  void scan_folder(Scan& scan, const std::string& path, std::size_t depth);
  void scan_root(Scan& scan);
  void scan_file(Scan& scan, const std::string& path);
  void finish(Scan& scan, SourceTree& tree, LoadReport& report);
  bool is_read(std::string_view path) const;
  std::string absolute(std::string_view path) const;
  bool leads_out(const std::string& path) const;
  void warn(const std::string& path, std::string message, std::string hint = {});

  std::string root_;
  std::string real_root_;
  SourceLoaderOptions options_;
  bool is_bare_ = false;
  std::vector<std::string> ignored_patterns_;
  /// Standing warnings by path.
  std::map<std::string, base::Diagnostic> problems_;
};

}  // namespace loom::site
