// Reads a site folder into a SourceTree: the only disk reads of a rebuild. Reload thread (or the thread of a
// command). With a configuration file only the folders of a site are read; a folder without one is content as
// a whole. Temporary files of editors, dot entries except .well-known, node_modules and the output folder are
// never seen; links out of the site, FIFOs, sockets, devices, unreadable and oversized files are skipped with
// a warning.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"
#include "site/limits.h"
#include "site/source_layout.h"
#include "site/source_tree.h"

namespace loom::site {

struct SourceLoaderOptions {
  /// Folders below the site root that hold output; never read, nor is `output_dir` of the configuration.
  std::vector<std::string> output_folders = {"public"};
  /// Files and folders below the root to read besides those of a site's layout.
  std::vector<std::string> further_paths = {};
  /// How old an empty file must be before it replaces one that was not empty.
  std::chrono::milliseconds empty_file_rest = kEmptyFileRest;
  /// Take a bare folder of any size, and the home directory (`--yes`).
  bool allow_any_folder = false;
};

struct LoadReport {
  /// Added, removed or with other bytes; ordered. A file that was only touched is not among them.
  std::vector<std::string> changed_paths;
  /// Changed while they were read, or not readable for now: their last good bytes are kept. Ask again soon.
  std::vector<std::string> unsettled_paths;
  /// There is no page any more (the folder is absent or empty). Where there were pages before, the tree is
  /// left as it was and the next refresh looks at everything.
  bool content_is_gone = false;
};

class SourceLoader {
 public:
  SourceLoader(std::string root, SourceLoaderOptions options);

  /// Fills `tree` anew. An Error when the root is no readable folder, or a bare folder that asks for `--yes`.
  base::Result<LoadReport> load_all(SourceTree& tree, base::Diagnostics& diagnostics);

  /// Looks again at files or folders (with all below them) given by paths below the root, whether they exist
  /// or not; at everything when `rescan_everything`. A hinted file is read even if its stamp is the same.
  /// Adds the warnings that stand for the whole site, not only the new ones. What cannot be read keeps its
  /// last good bytes.
  LoadReport refresh(SourceTree& tree, const std::vector<std::string>& hinted_paths, bool rescan_everything,
                     base::Diagnostics& diagnostics);

  const std::string& root() const { return root_; }
  /// What is read of the folder, as of construction or the last look at it.
  const SourceLayout& layout() const { return layout_; }

 private:
  class Scan;

  std::vector<std::string> find_output_folders() const;
  void find_layout();
  LoadReport finish(Scan& scan, SourceTree& tree, base::Diagnostics& diagnostics);

  std::string root_;
  SourceLoaderOptions options_;
  SourceLayout layout_;
  bool must_rescan_ = false;
  /// Standing warnings by path.
  std::map<std::string, base::Diagnostic> problems_;
};

}  // namespace loom::site
