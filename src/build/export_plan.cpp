#include "build/export_plan.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"

namespace loom::build {
namespace {

using snapshot::Coding;
using snapshot::Resource;
using snapshot::ResourcePtr;

constexpr std::string_view kIndexName = "index.html";
constexpr std::string_view kNotFoundName = "404.html";

std::string_view last_segment(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// A path that starts with one slash and has no segment that a file system reads otherwise.
bool is_writable_path(std::string_view path) {
  if (!path.starts_with('/') || path.find('\0') != std::string_view::npos) {
    return false;
  }
  const std::string_view inner =
      path.substr(1, path.size() - (path.ends_with('/') && path.size() > 1 ? 2 : 1));
  const auto segments = base::split(inner, '/');
  return path == "/" || std::none_of(segments.begin(), segments.end(), [](std::string_view segment) {
           return segment.empty() || segment == "." || segment == "..";
         });
}

/// A host that serves files finds the page of "/old" in old/index.html; a file without an extension has no
/// type there.
bool is_folder_path(std::string_view path, const Resource& resource) {
  const bool has_extension = last_segment(path).find('.') != std::string_view::npos;
  return path.ends_with('/') || (resource.redirect && !has_extension);
}

std::string file_path(std::string_view path, const Resource& resource) {
  std::string file(path.substr(1));
  if (!is_folder_path(path, resource)) {
    return file;
  }
  if (!file.empty() && !file.ends_with('/')) {
    file += '/';
  }
  return file.append(kIndexName);
}

class Plan {
 public:
  explicit Plan(bool precompress) : precompress_(precompress) {}

  void add(const std::string& path, const ResourcePtr& resource) {
    if (!names_.insert(path).second) {
      return;
    }
    if (resource->file) {
      files_.push_back({path, nullptr, resource->file});
      return;
    }
    add_coding(path, *resource, Coding::Identity);
    if (precompress_) {
      add_coding(path + ".gz", *resource, Coding::Gzip);
      add_coding(path + ".br", *resource, Coding::Brotli);
    }
  }

  base::Result<std::vector<ExportFile>> take() {
    std::sort(files_.begin(), files_.end(),
              [](const ExportFile& a, const ExportFile& b) { return a.path < b.path; });
    for (const ExportFile& file : files_) {
      for (std::size_t slash = file.path.find('/'); slash != std::string::npos;
           slash = file.path.find('/', slash + 1)) {
        if (names_.contains(file.path.substr(0, slash))) {
          return base::Error(file.path.substr(0, slash) + " and " + file.path +
                             " cannot both be written: a name is a file or a folder");
        }
      }
    }
    return std::move(files_);
  }

 private:
  void add_coding(const std::string& path, const Resource& resource, Coding coding) {
    const snapshot::Representation* representation = resource.find(coding);
    if (representation != nullptr && representation->body) {
      files_.push_back({path, representation->body, nullptr});
    }
  }

  bool precompress_;
  std::vector<ExportFile> files_;
  std::unordered_set<std::string> names_;
};

}  // namespace

base::Result<std::vector<ExportFile>> plan_export(const snapshot::Snapshot& snapshot, bool precompress) {
  Plan plan(precompress);
  std::vector<std::pair<std::string, ResourcePtr>> redirects;
  std::string refused;
  snapshot.for_each([&](const std::string& path, const ResourcePtr& resource) {
    if (!is_writable_path(path)) {
      refused = path;
    } else if (resource->redirect) {
      redirects.emplace_back(file_path(path, *resource), resource);
    } else {
      plan.add(file_path(path, *resource), resource);
    }
  });
  if (!refused.empty()) {
    return base::Error(refused + " cannot be written as a file");
  }
  // A page wins over a redirect that would have its name: "/blog" beside "/blog/".
  for (const auto& [path, resource] : redirects) {
    plan.add(path, resource);
  }
  if (snapshot.not_found()) {
    plan.add(std::string(kNotFoundName), snapshot.not_found());
  }
  return plan.take();
}

}  // namespace loom::build
