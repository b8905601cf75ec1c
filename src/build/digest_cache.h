// SHA-2 digests of files that templates asked for, made once for as long as a file stays the same: a theme
// that prints the fingerprint of its style sheet on each page must not hash it on each page. Thread-safe.
#pragma once

#include <string>

#include "base/digest.h"
#include "base/result.h"
#include "build/shared_memo.h"
#include "site/source_tree.h"

namespace loom::build {

class DigestCache {
 public:
  /// The raw digest. An Error when the bytes have to be read from the disk and cannot be.
  base::Result<std::string> find(const std::string& site_root, const site::SourceFile& file, base::Sha2 kind);
  void sweep() { digests_.sweep(); }

 private:
  SharedMemo<base::Result<std::string>> digests_;
};

}  // namespace loom::build
