// What the site's template functions work on. One per build, shared by all renders of it; read by all
// threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/source_caches.h"
#include "build/theme_files.h"
#include "build/values/site_values.h"
#include "templating/call.h"

namespace loom::site {
class LinkIndex;
}
namespace loom::templating {
class Environment;
class TemplateSet;
}  // namespace loom::templating

namespace loom::build {

struct RenderHost : templating::HostState {
  RenderHost(const site::SourceTree& source_tree, const site::Config& site_config, SourceCaches& caches)
      : tree(source_tree),
        config(site_config),
        data(caches.data),
        digests(caches.digests),
        images(caches.images),
        bundles(caches.bundles) {}

  const site::SourceTree& tree;
  const site::Config& config;
  DataCache& data;
  DigestCache& digests;
  ImageCatalog& images;
  BundleCache& bundles;
  /// Null where nothing may be fetched from the network.
  FetchCache* fetches = nullptr;
  /// Absolute path of the site, for files whose bytes the tree does not hold.
  std::string site_root;
  /// Of the templates that functions run in their turn (shortcodes). Never null while a template runs.
  const templating::TemplateSet* templates = nullptr;
  const templating::Environment* environment = nullptr;
  const EntityTable* entities = nullptr;
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

/// "blog/a.md" in French is "blog/a.fr.md"; unchanged for the default language and without a language ("").
/// Nothing, and what to say in `error`, for a language that the site does not have.
std::optional<std::string> path_in_language(const RenderHost& host, std::string_view path,
                                            std::string_view language, templating::CallError& error);

/// The first term of that name, or whose slug is that of the name; null when there is none. Notes nothing.
/// Requires: host.values is not null.
const site::Term* find_term(const RenderHost& host, const site::Taxonomy& taxonomy, std::string_view name);

/// The error for a language that the site does not have, nothing for one that it has.
std::optional<templating::CallError> check_language(const RenderHost& host, std::string_view language);

/// The file that a path in a template means, "@/" being the content folder: looked up in Zola's order below
/// the site, static/, content/, in the output (compiled style sheets, files beside pages), and in static/ of
/// the theme. Null when there is none. Notes each look, so that a file that appears wakes the page.
const site::SourceFile* find_named_file(const RenderHost& host, std::string_view named);
/// The error for a path that means no file.
templating::CallError missing_file(std::string_view path);

}  // namespace loom::build
