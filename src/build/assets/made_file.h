// A file that a step of the build makes (compiled style sheets, search indexes, bundles) on its way into the
// snapshot. Reload thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "build/static_step.h"

namespace loom::build {

struct MadeFile {
  /// "/main.css"
  std::string path;
  /// What it was made from, for messages.
  std::string label;
  std::shared_ptr<const std::string> bytes;
  /// Its path names its content, so that it may be cached for ever.
  bool is_fingerprinted = false;
};

/// The made files of one build.
struct MadeFiles {
  /// By their place in the output: what templates find by `get_hash` and the like.
  site::SourceTree found;
  std::vector<MadeFile> published;

  /// Adds a file that is found and published.
  void add(const site::SourceFile& file, const std::string& label);
  /// Adds files that are only published; of those with the same path one.
  void add_all(const std::vector<std::shared_ptr<const MadeFile>>& files);
};

struct MadeFileOptions {
  bool is_preview = false;
  bool with_codings = false;
  /// May be null.
  const snapshot::Snapshot* previous = nullptr;
};

/// In the same order; the media type goes by the path.
std::vector<PublishedFile> publish_made_files(const std::vector<MadeFile>& files,
                                              const MadeFileOptions& options);

}  // namespace loom::build
