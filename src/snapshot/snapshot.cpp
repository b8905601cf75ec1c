#include "snapshot/snapshot.h"

#include <utility>

#include "base/check.h"
#include "base/digest.h"

namespace loom::snapshot {

namespace {

/// Below this a delta is not worth merging.
constexpr std::size_t kDeltaCountMin = 64;
/// A delta is merged when it outgrows this part of the base.
constexpr std::size_t kDeltaShare = 8;

const ResourcePtr* find_in(const PathTable& table, std::string_view path) {
  const auto found = table.find(path);
  return found == table.end() ? nullptr : &found->second;
}

PathTable merged(const PathTable& base, PathTable&& delta) {
  PathTable result = base;
  for (auto& [path, resource] : delta) {
    if (resource == nullptr) {
      result.erase(path);
    } else {
      result.insert_or_assign(path, std::move(resource));
    }
  }
  return result;
}

}  // namespace

std::size_t PathHash::operator()(std::string_view path) const {
  return static_cast<std::size_t>(base::hash64(path));
}

const ResourcePtr* Snapshot::find(std::string_view path) const {
  if (!delta_.empty()) {
    if (const ResourcePtr* changed = find_in(delta_, path); changed != nullptr) {
      return *changed != nullptr ? changed : nullptr;
    }
  }
  return base_ != nullptr ? find_in(*base_, path) : nullptr;
}

void Snapshot::for_each(
    const std::function<void(const std::string& path, const ResourcePtr& resource)>& visit) const {
  if (base_ != nullptr) {
    for (const auto& [path, resource] : *base_) {
      if (!delta_.contains(path)) {
        visit(path, resource);
      }
    }
  }
  for (const auto& [path, resource] : delta_) {
    if (resource != nullptr) {
      visit(path, resource);
    }
  }
}

SnapshotBuilder::SnapshotBuilder(const Snapshot* previous)
    : next_(previous != nullptr ? std::make_unique<Snapshot>(*previous) : std::make_unique<Snapshot>()) {}

void SnapshotBuilder::set(std::string path, ResourcePtr resource) {
  LOOM_CHECK(next_ != nullptr);
  LOOM_CHECK(resource != nullptr);
  LOOM_CHECK(path.starts_with('/'));
  if (next_->find(path) == nullptr) {
    ++next_->size_;
  }
  next_->delta_.insert_or_assign(std::move(path), std::move(resource));
}

void SnapshotBuilder::remove(std::string_view path) {
  LOOM_CHECK(next_ != nullptr);
  if (next_->find(path) == nullptr) {
    return;
  }
  --next_->size_;
  if (next_->base_ != nullptr && next_->base_->contains(path)) {
    next_->delta_.insert_or_assign(std::string(path), nullptr);
  } else {
    next_->delta_.erase(next_->delta_.find(path));
  }
}

void SnapshotBuilder::set_not_found(ResourcePtr resource) {
  LOOM_CHECK(next_ != nullptr);
  LOOM_CHECK(resource != nullptr);
  next_->not_found_ = std::move(resource);
}

void SnapshotBuilder::set_mount_path(std::string path) {
  LOOM_CHECK(next_ != nullptr);
  LOOM_CHECK(path.starts_with('/') && path.ends_with('/'));
  next_->mount_path_ = std::move(path);
}

const ResourcePtr* SnapshotBuilder::find(std::string_view path) const {
  LOOM_CHECK(next_ != nullptr);
  return next_->find(path);
}

std::shared_ptr<const Snapshot> SnapshotBuilder::build() {
  LOOM_CHECK(next_ != nullptr);
  LOOM_CHECK(next_->not_found_ != nullptr);
  const std::size_t base_count = next_->base_ != nullptr ? next_->base_->size() : 0;
  if (base_count == 0) {
    next_->base_ = std::make_shared<const PathTable>(std::exchange(next_->delta_, {}));
  } else if (next_->delta_.size() > kDeltaCountMin && next_->delta_.size() > base_count / kDeltaShare) {
    next_->base_ = std::make_shared<const PathTable>(merged(*next_->base_, std::exchange(next_->delta_, {})));
  }
  return std::shared_ptr<const Snapshot>(std::move(next_));
}

}  // namespace loom::snapshot
