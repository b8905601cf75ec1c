// Files that are published as they are: static/, files beside pages, static/ of the theme, theme assets.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "build/theme_files.h"
#include "site/placement.h"
#include "snapshot/snapshot.h"

namespace loom::build {

struct PublishedFile {
  /// "/logo.svg"
  std::string path;
  /// The source, for messages.
  std::string label;
  snapshot::ResourcePtr resource;
};

struct StaticStepInput {
  const site::SourceTree& tree;
  const site::Config& config;
  const site::Placement& placement;
  const std::vector<ThemeAsset>& theme_assets;
  std::string site_root;
  bool is_preview = false;
  bool with_codings = false;
  /// May be null.
  const snapshot::Snapshot* previous = nullptr;
};

/// The site's own static files come before those of its theme where both have one. A file that cannot be
/// opened is a warning.
std::vector<PublishedFile> publish_static_files(const StaticStepInput& input, base::Diagnostics& diagnostics);

}  // namespace loom::build
