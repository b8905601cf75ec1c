#include "build/images/image_step.h"

#include <atomic>
#include <fmt/format.h>
#include <map>

#include "base/media_type.h"
#include "build/resource_factory.h"
#include "build/source_bytes.h"
#include "build/worker_pool.h"

namespace loom::build {
namespace {

/// By file name; of equal requests the first.
std::map<std::string_view, const ImageRequest*> unique_requests(
    const std::vector<ImageRequestPtr>& requests) {
  std::map<std::string_view, const ImageRequest*> unique;
  for (const ImageRequestPtr& request : requests) {
    unique.emplace(request->file_name, request.get());
  }
  return unique;
}

base::Diagnostic mistake_at(const ImageRequest& request, const std::string& error) {
  base::Diagnostic diagnostic = request.place;
  diagnostic.message = fmt::format("the image {} cannot be resized: {}", request.source_path, error);
  return diagnostic;
}

}  // namespace

ImageStep::Made ImageStep::publish(const ImageRequest& request, std::string bytes) const {
  ResourceSpec spec;
  spec.media_type = base::media_type_for(request.file_name);
  spec.cache_policy = http::CachePolicy::Immutable;
  Made made;
  made.resource = make_resource(spec, std::make_shared<const std::string>(std::move(bytes)), nullptr);
  return made;
}

ImageStep::Made ImageStep::make_one(const ImageRequest& request, const ImageStepInput& input) const {
  if (auto kept = cache_.load(request)) {
    return publish(request, std::move(*kept));
  }
  Made failed;
  failed.is_new = true;
  failed.is_final = false;
  const site::SourceFile* file = input.tree.find(request.source_path);
  if (file == nullptr) {
    failed.error = "it is gone";
    return failed;
  }
  const auto bytes = load_source_bytes(input.site_root, *file);
  if (!bytes) {
    failed.error = bytes.error().message();
    return failed;
  }
  auto image = image::make_image(**bytes, request.header, request.plan, request.output);
  if (!image) {
    failed.error = image.error().message();
    failed.is_final = true;
    return failed;
  }
  cache_.save(request, *image);
  Made made = publish(request, std::move(*image));
  made.is_new = true;
  return made;
}

std::vector<PublishedFile> ImageStep::run(const ImageStepInput& input, base::Diagnostics& diagnostics) {
  std::vector<const ImageRequest*> requests;
  std::vector<const ImageRequest*> missing;
  for (const auto& [name, request] : unique_requests(input.requests)) {
    requests.push_back(request);
    const Made* kept = images_.find(name, 0);
    if (kept == nullptr || !kept->is_final) {
      missing.push_back(request);
    }
  }
  std::vector<Made> made(missing.size());
  std::atomic<std::size_t> done{0};
  for_each_large(missing.size(), [&](std::size_t i) {
    made[i] = make_one(*missing[i], input);
    if (input.on_progress) {
      input.on_progress(done.fetch_add(1) + 1, missing.size());
    }
  });
  made_count_ = 0;
  for (std::size_t i = 0; i < missing.size(); ++i) {
    made_count_ += made[i].is_new ? 1 : 0;
    images_.put(missing[i]->file_name, 0, std::move(made[i]));
  }
  if (made_count_ > 0) {
    cache_.prune();
  }
  std::vector<PublishedFile> files;
  for (const ImageRequest* request : requests) {
    const Made& image = *images_.find(request->file_name, 0);
    if (image.resource) {
      files.push_back({fmt::format("/{}/{}", kProcessedImagesFolder, request->file_name),
                       request->source_path, image.resource});
    } else {
      diagnostics.add(mistake_at(*request, image.error));
    }
  }
  images_.sweep();
  return files;
}

}  // namespace loom::build
