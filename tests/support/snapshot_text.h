// Snapshots from pairs of path and text, for tests of what is done with a snapshot.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "snapshot/snapshot.h"

namespace loom::support {

inline std::unique_ptr<const snapshot::Representation> representation_of(std::string text) {
  auto representation = std::make_unique<snapshot::Representation>();
  representation->body = std::make_shared<const std::string>(std::move(text));
  return representation;
}

inline std::shared_ptr<snapshot::Resource> resource_of(std::string text) {
  auto resource = std::make_shared<snapshot::Resource>();
  resource->representations[0] = representation_of(std::move(text));
  return resource;
}

inline std::shared_ptr<const snapshot::Snapshot> snapshot_of(
    const std::map<std::string, std::string>& texts) {
  snapshot::SnapshotBuilder builder(nullptr);
  for (const auto& [path, text] : texts) {
    builder.set(path, resource_of(text));
  }
  builder.set_not_found(resource_of("not found"));
  return builder.build();
}

}  // namespace loom::support
