#include "build/read_log.h"

#include <algorithm>
#include <utility>

#include "build/fingerprint.h"

namespace loom::build {
namespace {

constexpr std::size_t kSlotCountMin = 64;

thread_local ReadLog* current_log = nullptr;

}  // namespace

EntityKey entity_key(std::string_view kind, std::string_view name) {
  return Fingerprint().add(kind).add(name).value();
}

/// Where the key is, or the free slot where it belongs. Requires: a slot is free.
std::size_t EntityTable::slot_of(EntityKey key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = static_cast<std::size_t>(key) & mask;
  while (slots_[at].is_taken && slots_[at].key != key) {
    at = (at + 1) & mask;
  }
  return at;
}

void EntityTable::grow() {
  std::vector<Slot> old = std::move(slots_);
  slots_.assign(std::max(kSlotCountMin, old.size() * 2), Slot{});
  for (const Slot& slot : old) {
    if (slot.is_taken) {
      slots_[slot_of(slot.key)] = slot;
    }
  }
}

void EntityTable::set(EntityKey key, std::uint64_t fingerprint) {
  if (taken_count_ * 2 >= slots_.size()) {
    grow();
  }
  Slot& slot = slots_[slot_of(key)];
  taken_count_ += slot.is_taken ? 0 : 1;
  slot = {key, fingerprint, true};
}

std::uint64_t EntityTable::find(EntityKey key) const {
  return slots_.empty() ? 0 : slots_[slot_of(key)].fingerprint;
}

EntityKey all_metadata_key() {
  static const EntityKey kKey = entity_key("list", "all metadata");
  return kKey;
}

bool are_unchanged(const std::vector<EntityRead>& reads, const EntityTable& entities) {
  return std::all_of(reads.begin(), reads.end(),
                     [&](const EntityRead& read) { return entities.find(read.key) == read.fingerprint; });
}

ReadLog::ReadLog(const EntityTable& entities) : entities_(entities), outer_(current_log) {
  current_log = this;
}

ReadLog::~ReadLog() {
  current_log = outer_;
}

std::vector<EntityRead> ReadLog::take_reads() {
  if (page_keys_.size() > kPageReadsMax) {
    keys_.push_back(all_metadata_key());
  } else {
    keys_.insert(keys_.end(), page_keys_.begin(), page_keys_.end());
  }
  std::vector<EntityRead> reads = std::move(results_);
  reads.reserve(reads.size() + keys_.size());
  for (const EntityKey key : keys_) {
    reads.push_back({key, entities_.find(key)});
  }
  std::sort(reads.begin(), reads.end(),
            [](const EntityRead& a, const EntityRead& b) { return a.key < b.key; });
  reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
  keys_.clear();
  page_keys_.clear();
  noted_pages_.clear();
  results_.clear();
  return reads;
}

void ReadLog::note(EntityKey key) {
  if (current_log != nullptr && (current_log->keys_.empty() || current_log->keys_.back() != key)) {
    current_log->keys_.push_back(key);
  }
}

void ReadLog::note_page(EntityKey key, std::size_t index) {
  if (current_log == nullptr) {
    return;
  }
  std::vector<bool>& noted = current_log->noted_pages_;
  if (index >= noted.size()) {
    noted.resize(std::max(index + 1, noted.size() * 2));
  }
  if (!noted[index]) {
    noted[index] = true;
    current_log->page_keys_.push_back(key);
  }
}

void ReadLog::note_result(const EntityRead& read) {
  if (current_log != nullptr && (current_log->results_.empty() || current_log->results_.back() != read)) {
    current_log->results_.push_back(read);
  }
}

void ReadLog::note_impure() {
  if (current_log != nullptr) {
    current_log->is_impure_ = true;
  }
}

void ReadLog::note_image(std::shared_ptr<const ImageRequest> image) {
  if (current_log != nullptr) {
    current_log->images_.push_back(std::move(image));
  }
}

void ReadLog::note_file(std::shared_ptr<const MadeFile> file) {
  if (current_log != nullptr) {
    current_log->files_.push_back(std::move(file));
  }
}

}  // namespace loom::build
