// Bundles that templates asked for, kept for as long as the files they were made of stay the same: a theme
// asks for its style sheet on each page. Thread-safe.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "build/assets/bundle.h"

namespace loom::build {

class BundleCache {
 public:
  using Found = std::variant<std::shared_ptr<const Bundle>, BundleError>;

  /// Looks up each file of the bundle by `input.find`, also when the bundle is a kept one: what notes reads
  /// there notes all of them.
  Found find_or_make(const BundleInput& input);
  /// Forgets what was not asked for since the last sweep.
  void sweep();

 private:
  struct Lookup {
    std::string path;
    /// Site path and hash of the file; "" and 0 when there was none.
    std::string found_path;
    std::uint64_t hash = 0;
  };
  struct Entry {
    std::shared_ptr<const Bundle> bundle;
    std::vector<Lookup> lookups;
    bool is_used = false;
  };

  static bool still_holds(const Entry& entry, const BundleInput& input);

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Entry>> entries_;
};

}  // namespace loom::build
