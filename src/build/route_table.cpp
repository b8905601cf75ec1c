#include "build/route_table.h"

#include <algorithm>

namespace loom::build {
namespace {

constexpr const char* kNotFoundPath = "/404.html";

}  // namespace

void RouteTable::add(const std::string& path, const std::string& label, snapshot::ResourcePtr resource,
                     base::Diagnostics& diagnostics) {
  const auto [entry, is_new] = routes_.try_emplace(path, Route{label, resource, false});
  if (is_new) {
    return;
  }
  if (entry->second.is_default) {
    entry->second = {label, std::move(resource), false};
    return;
  }
  base::Diagnostic diagnostic;
  diagnostic.file = label;
  diagnostic.message = "the path " + path + " is already that of " + entry->second.label;
  diagnostic.hint = "give one of the two another slug, path or name";
  diagnostics.add(std::move(diagnostic));
}

void RouteTable::add_default(const std::string& path, const std::string& label,
                             snapshot::ResourcePtr resource) {
  routes_.try_emplace(path, Route{label, std::move(resource), true});
}

RouteTable::Published RouteTable::publish(const snapshot::Snapshot* previous, snapshot::ResourcePtr not_found,
                                          const std::string& mount_path) const {
  Published published;
  snapshot::SnapshotBuilder builder(previous);
  for (const auto& [path, route] : routes_) {
    const snapshot::ResourcePtr* old = previous == nullptr ? nullptr : previous->find(path);
    if (old == nullptr || *old != route.resource) {
      builder.set(path, route.resource);
      published.changed_paths.push_back(path);
    }
  }
  if (previous != nullptr) {
    previous->for_each([&](const std::string& path, const snapshot::ResourcePtr&) {
      if (!routes_.contains(path)) {
        builder.remove(path);
        published.changed_paths.push_back(path);
      }
    });
  }
  const bool is_same_not_found = previous != nullptr && previous->not_found() == not_found;
  if (!is_same_not_found && !routes_.contains(kNotFoundPath)) {
    published.changed_paths.emplace_back(kNotFoundPath);
  }
  std::sort(published.changed_paths.begin(), published.changed_paths.end());
  builder.set_not_found(std::move(not_found));
  builder.set_mount_path(mount_path);
  published.snapshot = builder.build();
  return published;
}

}  // namespace loom::build
