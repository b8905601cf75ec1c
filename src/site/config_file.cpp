#include "site/config_file.h"

#include "base/file.h"
#include "base/utf8.h"
#include "site/limits.h"
#include "site/names.h"

namespace loom::site {

std::optional<Config> load_config_file(const std::string& root) {
  for (const std::string_view name : kConfigNames) {
    const std::string path = root + "/" + std::string(name);
    if (base::file_status(path).kind != base::FileKind::Regular) {
      continue;
    }
    const auto content = base::read_file(path, kTextFileBytesMax);
    if (!content) {
      return std::nullopt;
    }
    base::Diagnostics passed_over;
    const SiteKind kind = name == kConfigNames[0] ? SiteKind::Loom : SiteKind::Zola;
    return parse_config(name, base::repair_utf8(content->bytes), kind, passed_over);
  }
  return std::nullopt;
}

std::string output_folder_of(const std::string& root, const std::optional<Config>& config) {
  const std::string folder = config ? config->output_dir : Config().output_dir;
  return folder.starts_with('/') ? folder : root + "/" + folder;
}

}  // namespace loom::site
