// What the functions of functions/ have in common. Tested by tests/build/functions/data_functions_test.cpp.
#include "build/functions/render_host.h"

#include "base/check.h"
#include "build/entities.h"

namespace loom::build {

const RenderHost& host_of(templating::RenderContext& context) {
  const auto* host = dynamic_cast<const RenderHost*>(context.host());
  LOOM_CHECK(host != nullptr);
  return *host;
}

const site::SourceFile* find_named_file(const RenderHost& host, std::string_view path) {
  while (path.starts_with('/')) {
    path.remove_prefix(1);
  }
  if (path.starts_with("@/")) {
    path.remove_prefix(2);
  }
  std::vector<std::string> folders = {"", "static/", "content/"};
  if (!host.config.theme.empty()) {
    folders.push_back("themes/" + host.config.theme + "/static/");
    folders.push_back("themes/" + host.config.theme + "/");
  }
  for (const std::string& folder : folders) {
    const std::string candidate = folder + std::string(path);
    ReadLog::note(file_key(candidate));
    const site::SourceFile* file = host.tree.find(candidate);
    if (file != nullptr && file->bytes) {
      return file;
    }
  }
  return nullptr;
}

}  // namespace loom::build
