#include "build/read_log.h"

#include <algorithm>

#include "base/check.h"
#include "build/fingerprint.h"

namespace loom::build {
namespace {

thread_local ReadLog* current_log = nullptr;

}  // namespace

EntityKey entity_key(std::string_view kind, std::string_view name) {
  return Fingerprint().add(kind).add(name).value();
}

std::uint64_t EntityTable::find(EntityKey key) const {
  const auto entry = fingerprints_.find(key);
  return entry == fingerprints_.end() ? 0 : entry->second;
}

ReadLog::ReadLog(const EntityTable& entities) : entities_(entities) {
  LOOM_CHECK(current_log == nullptr);
  current_log = this;
}

ReadLog::~ReadLog() {
  current_log = nullptr;
}

std::vector<EntityRead> ReadLog::take_reads() {
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  std::vector<EntityRead> reads;
  reads.reserve(keys_.size());
  for (const EntityKey key : keys_) {
    reads.push_back({key, entities_.find(key)});
  }
  keys_.clear();
  return reads;
}

void ReadLog::note(EntityKey key) {
  if (current_log != nullptr && (current_log->keys_.empty() || current_log->keys_.back() != key)) {
    current_log->keys_.push_back(key);
  }
}

void ReadLog::note_impure() {
  if (current_log != nullptr) {
    current_log->is_impure_ = true;
  }
}

}  // namespace loom::build
