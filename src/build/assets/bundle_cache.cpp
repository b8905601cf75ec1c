#include "build/assets/bundle_cache.h"

namespace loom::build {
namespace {

std::string key_of(const BundleInput& input) {
  std::string key = input.mount_path;
  for (const std::string& path : input.paths) {
    key += "\n" + path;
  }
  return key;
}

}  // namespace

bool BundleCache::still_holds(const Entry& entry, const BundleInput& input) {
  bool holds = true;
  for (const Lookup& lookup : entry.lookups) {
    const site::SourceFile* file = input.find(lookup.path);
    holds = holds && (file == nullptr ? "" : file->path) == lookup.found_path &&
            (file == nullptr ? 0 : file->hash) == lookup.hash;
  }
  return holds;
}

BundleCache::Found BundleCache::find_or_make(const BundleInput& input) {
  const std::string key = key_of(input);
  std::shared_ptr<Entry> known;
  {
    const std::lock_guard lock(mutex_);
    if (const auto entry = entries_.find(key); entry != entries_.end()) {
      known = entry->second;
      known->is_used = true;
    }
  }
  if (known && still_holds(*known, input)) {
    return known->bundle;
  }
  auto entry = std::make_shared<Entry>();
  BundleInput recording = input;
  recording.find = [&](std::string_view path) {
    const site::SourceFile* file = input.find(path);
    entry->lookups.push_back(
        {std::string(path), file == nullptr ? "" : file->path, file == nullptr ? 0 : file->hash});
    return file;
  };
  auto made = make_bundle(recording);
  if (auto* error = std::get_if<BundleError>(&made)) {
    return std::move(*error);
  }
  entry->bundle = std::make_shared<const Bundle>(std::move(std::get<Bundle>(made)));
  entry->is_used = true;
  const std::lock_guard lock(mutex_);
  entries_[key] = entry;
  return entry->bundle;
}

void BundleCache::sweep() {
  const std::lock_guard lock(mutex_);
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const bool is_kept = std::exchange(entry->second->is_used, false);
    entry = is_kept ? std::next(entry) : entries_.erase(entry);
  }
}

}  // namespace loom::build
