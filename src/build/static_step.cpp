#include "build/static_step.h"

#include <algorithm>
#include <map>

#include "base/media_type.h"
#include "build/preview_script.h"
#include "build/resource_factory.h"
#include "build/worker_pool.h"
#include "site/names.h"

namespace loom::build {
namespace {

struct Wanted {
  std::string path;
  const site::SourceFile* file = nullptr;
};

/// "static/a/index.html" answers "/a/".
std::string url_path_of(std::string_view relative_path) {
  constexpr std::string_view kIndex = "index.html";
  std::string path = "/" + std::string(relative_path);
  if (path.ends_with("/index.html")) {
    path.resize(path.size() - kIndex.size());
  }
  return path;
}

void add_folder(std::map<std::string, Wanted>& wanted, const StaticStepInput& input,
                const std::string& folder) {
  const std::vector<std::string>& patterns = input.config.ignored_static;
  for (const site::SourceFile& file : input.tree.files_under(folder)) {
    const std::string_view relative = std::string_view(file.path).substr(folder.size() + 1);
    const bool is_ignored = std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
      return site::matches_glob(pattern, relative);
    });
    if (!is_ignored) {
      const std::string path = url_path_of(relative);
      wanted.try_emplace(path, Wanted{path, &file});
    }
  }
}

std::vector<Wanted> collect_files(const StaticStepInput& input) {
  std::map<std::string, Wanted> wanted;
  if (input.config.kind != site::SiteKind::Bare) {
    add_folder(wanted, input, "static");
  }
  if (!input.config.theme.empty()) {
    add_folder(wanted, input, "themes/" + input.config.theme + "/static");
  }
  std::vector<Wanted> list;
  for (auto& [path, item] : wanted) {
    list.push_back(std::move(item));
  }
  for (const site::PlacedAsset& asset : input.placement.assets) {
    if (const site::SourceFile* file = input.tree.find(asset.source_path)) {
      list.push_back({asset.path, file});
    }
  }
  return list;
}

snapshot::ResourcePtr find_previous(const StaticStepInput& input, const std::string& path) {
  const snapshot::ResourcePtr* resource = input.previous == nullptr ? nullptr : input.previous->find(path);
  return resource == nullptr ? nullptr : *resource;
}

ResourceSpec spec_for(const StaticStepInput& input, const Wanted& wanted) {
  ResourceSpec spec;
  spec.media_type = base::media_type_for(wanted.path.ends_with('/') ? "index.html" : wanted.path);
  const bool revalidates = input.is_preview || spec.media_type.starts_with("text/html");
  spec.cache_policy = revalidates ? http::CachePolicy::Revalidate : http::CachePolicy::OneHour;
  spec.with_codings = input.with_codings;
  if (wanted.file->stamp.modified_ns > 0) {
    spec.last_modified = base::UnixTime(
        std::chrono::floor<std::chrono::seconds>(std::chrono::nanoseconds(wanted.file->stamp.modified_ns)));
  }
  return spec;
}

snapshot::ResourcePtr publish_one(const StaticStepInput& input, const Wanted& wanted,
                                  base::Diagnostics& diagnostics) {
  const ResourceSpec spec = spec_for(input, wanted);
  const snapshot::ResourcePtr previous = find_previous(input, wanted.path);
  if (wanted.file->bytes) {
    const bool takes_script = input.is_preview && spec.media_type.starts_with("text/html");
    auto body = takes_script ? std::make_shared<const std::string>(with_preview_script(*wanted.file->bytes))
                             : wanted.file->bytes;
    return make_resource(spec, std::move(body), previous);
  }
  auto resource =
      make_file_resource(spec, input.site_root + "/" + wanted.file->path, wanted.file->stamp, previous);
  if (resource) {
    return *resource;
  }
  base::Diagnostic warning;
  warning.severity = base::Severity::Warning;
  warning.file = wanted.file->path;
  warning.message = "the file is not published: " + resource.error().message();
  diagnostics.add(std::move(warning));
  return previous;
}

void add_theme_assets(std::vector<PublishedFile>& files, const StaticStepInput& input) {
  for (const ThemeAsset& asset : input.theme_assets) {
    ResourceSpec spec;
    spec.media_type = base::media_type_for(asset.name);
    spec.cache_policy = http::CachePolicy::Immutable;
    spec.with_codings = input.with_codings;
    const std::string label =
        asset.source_path.empty() ? "(built-in theme) assets/" + asset.name : asset.source_path;
    files.push_back({asset.path, label, make_resource(spec, asset.bytes, find_previous(input, asset.path))});
  }
}

}  // namespace

std::vector<PublishedFile> publish_static_files(const StaticStepInput& input,
                                                base::Diagnostics& diagnostics) {
  const std::vector<Wanted> wanted = collect_files(input);
  std::vector<PublishedFile> files(wanted.size());
  std::vector<base::Diagnostics> problems(wanted.size());
  for_each_index(wanted.size(), [&](std::size_t i) {
    files[i] = {wanted[i].path, wanted[i].file->path, publish_one(input, wanted[i], problems[i])};
  });
  for (const base::Diagnostics& found : problems) {
    diagnostics.add_all(found);
  }
  std::erase_if(files, [](const PublishedFile& file) { return file.resource == nullptr; });
  add_theme_assets(files, input);
  return files;
}

}  // namespace loom::build
