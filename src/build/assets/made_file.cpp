#include "build/assets/made_file.h"

#include <map>
#include <string_view>

#include "base/media_type.h"
#include "build/resource_factory.h"
#include "build/worker_pool.h"

namespace loom::build {
namespace {

snapshot::ResourcePtr publish_one(const MadeFile& file, const MadeFileOptions& options) {
  ResourceSpec spec;
  spec.media_type = base::media_type_for(file.path);
  spec.cache_policy = file.is_fingerprinted ? http::CachePolicy::Immutable
                      : options.is_preview  ? http::CachePolicy::Revalidate
                                            : http::CachePolicy::OneHour;
  spec.with_codings = options.with_codings;
  const snapshot::ResourcePtr* previous =
      options.previous == nullptr ? nullptr : options.previous->find(file.path);
  return make_resource(spec, file.bytes, previous == nullptr ? nullptr : *previous);
}

}  // namespace

void MadeFiles::add(const site::SourceFile& file, const std::string& label) {
  found.put(file);
  published.push_back({"/" + file.path, label, file.bytes});
}

void MadeFiles::add_all(const std::vector<std::shared_ptr<const MadeFile>>& files) {
  std::map<std::string_view, const MadeFile*> by_path;
  for (const auto& file : files) {
    by_path.try_emplace(file->path, file.get());
  }
  for (const auto& [path, file] : by_path) {
    published.push_back(*file);
  }
}

std::vector<PublishedFile> publish_made_files(const std::vector<MadeFile>& files,
                                              const MadeFileOptions& options) {
  std::vector<PublishedFile> published(files.size());
  for_each_index(files.size(), [&](std::size_t i) {
    published[i] = {files[i].path, files[i].label, publish_one(files[i], options)};
  });
  return published;
}

}  // namespace loom::build
