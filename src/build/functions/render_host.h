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

namespace loom::build {

struct RenderHost : templating::HostState {
  RenderHost(const site::SourceTree& source_tree, const site::Config& site_config,
             const SiteValues& site_values, DataCache& data_cache)
      : tree(source_tree), config(site_config), values(site_values), data(data_cache) {}

  const site::SourceTree& tree;
  const site::Config& config;
  const SiteValues& values;
  DataCache& data;
  std::vector<ThemeAsset> assets;
  /// "/" or "/blog/".
  std::string mount_path = "/";
  base::UnixTime now;
};

/// Requires: the render was given a RenderHost.
const RenderHost& host_of(templating::RenderContext& context);

/// The file that a path in a template means: looked up below the site, static/, content/, and static/ of the
/// theme. Null when there is none. Notes each look, so that a file that appears wakes the page.
const site::SourceFile* find_named_file(const RenderHost& host, std::string_view path);

}  // namespace loom::build
