// What the site's template functions work on. One per build, shared by all renders of it; read by all
// threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "build/data_cache.h"
#include "build/theme_files.h"
#include "build/values/site_values.h"
#include "templating/call.h"

namespace loom::site {
class LinkIndex;
}

namespace loom::build {

struct RenderHost : templating::HostState {
  RenderHost(const site::SourceTree& source_tree, const site::Config& site_config, DataCache& data_cache)
      : tree(source_tree), config(site_config), data(data_cache) {}

  const site::SourceTree& tree;
  const site::Config& config;
  DataCache& data;
  /// Where content is published. Never null while a template runs.
  const site::LinkIndex* links = nullptr;
  /// Null while the content itself is rendered (shortcodes): its pages are not known yet.
  const SiteValues* values = nullptr;
  std::vector<ThemeAsset> assets;
  /// What the build made before templates run, by its place in the output; may be null.
  const site::SourceTree* compiled = nullptr;
  /// "/" or "/blog/".
  std::string mount_path = "/";
  base::UnixTime now;
};

/// Requires: the render was given a RenderHost.
const RenderHost& host_of(templating::RenderContext& context);

/// For a function that shows pages, called where there are none yet.
templating::CallError content_is_not_known_yet();

/// The permalink of a page or section by its path below the content folder; null when there is none. Notes
/// the look.
const std::string* find_permalink(const RenderHost& host, std::string_view relative_path);

/// The file that a path in a template means: looked up below the site, static/, content/, among the compiled
/// style sheets, and in static/ of the theme. Null when there is none. Notes each look, so that a file that
/// appears wakes the page.
const site::SourceFile* find_named_file(const RenderHost& host, std::string_view path);

}  // namespace loom::build
