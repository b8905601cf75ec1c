// Results of one kind of build step, kept from build to build. A step whose inputs have the same fingerprint
// is not run again. One thread.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace loom::build {

template <typename Value>
class Memo {
 public:
  /// The value of `key`, when it was made from inputs with this fingerprint; else null. Valid until that key
  /// is put again or swept.
  const Value* find(std::string_view key, std::uint64_t fingerprint) {
    const auto entry = entries_.find(key);
    if (entry == entries_.end() || entry->second.fingerprint != fingerprint) {
      return nullptr;
    }
    entry->second.is_used = true;
    return &entry->second.value;
  }

  const Value& put(std::string key, std::uint64_t fingerprint, Value value) {
    Entry& entry = entries_[std::move(key)];
    entry = {fingerprint, true, std::move(value)};
    return entry.value;
  }

  /// Forgets what was neither found nor put since the last sweep: the end of a build.
  void sweep() {
    for (auto entry = entries_.begin(); entry != entries_.end();) {
      const bool is_kept = std::exchange(entry->second.is_used, false);
      entry = is_kept ? std::next(entry) : entries_.erase(entry);
    }
  }

 private:
  struct Entry {
    std::uint64_t fingerprint = 0;
    bool is_used = false;
    Value value;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
};

}  // namespace loom::build
