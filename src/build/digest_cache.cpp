#include "build/digest_cache.h"

#include <fmt/format.h>

#include "build/source_bytes.h"

namespace loom::build {

base::Result<std::string> DigestCache::find(const std::string& site_root, const site::SourceFile& file,
                                            base::Sha2 kind) {
  const auto make = [&]() -> base::Result<std::string> {
    const auto bytes = load_source_bytes(site_root, file);
    if (!bytes) {
      return bytes.error();
    }
    return base::sha2(kind, **bytes);
  };
  return *digests_.find_or_make(fmt::format("{} {}", static_cast<int>(kind), file.path), file.hash, make);
}

}  // namespace loom::build
