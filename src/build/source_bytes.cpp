#include "build/source_bytes.h"

namespace loom::build {

base::Result<std::shared_ptr<const std::string>> load_source_bytes(const std::string& site_root,
                                                                   const site::SourceFile& file) {
  if (file.bytes) {
    return file.bytes;
  }
  auto content = base::read_file(site_root + "/" + file.path, kSourceBytesMax);
  if (!content) {
    return content.error();
  }
  if (!content->settled || !(content->stamp == file.stamp)) {
    return base::Error(file.path + ": changed while the site was built");
  }
  return std::make_shared<const std::string>(std::move(content->bytes));
}

}  // namespace loom::build
