// The bytes of a source file, whether the tree holds them or they are too large for that. Any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "site/source_tree.h"

namespace loom::build {

/// A larger file is not read whole for a template.
inline constexpr std::uint64_t kSourceBytesMax = std::uint64_t{256} << 20;

/// Shares the bytes that the tree holds, else reads them below `site_root`. An Error when the file is gone,
/// larger than kSourceBytesMax, or is not the one any more that the tree describes.
base::Result<std::shared_ptr<const std::string>> load_source_bytes(const std::string& site_root,
                                                                   const site::SourceFile& file);

}  // namespace loom::build
