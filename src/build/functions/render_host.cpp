// What the functions of functions/ have in common. Tested by tests/build/functions/data_functions_test.cpp.
#include "build/functions/render_host.h"

#include "base/check.h"
#include "build/entities.h"
#include "site/link_index.h"

namespace loom::build {

const RenderHost& host_of(templating::RenderContext& context) {
  const auto* host = dynamic_cast<const RenderHost*>(context.host());
  LOOM_CHECK(host != nullptr);
  return *host;
}

templating::CallError content_is_not_known_yet() {
  return {"a shortcode cannot ask for pages: it runs before they are rendered",
          "use `page`, or get_url(path=\"@/...\") for a link"};
}

const std::string* find_permalink(const RenderHost& host, std::string_view relative_path) {
  ReadLog::note(permalink_key(relative_path));
  if (host.values != nullptr) {
    return host.values->find_permalink(relative_path);
  }
  const site::LinkTarget* target =
      relative_path.ends_with(".md") ? host.links->find_content(relative_path) : nullptr;
  return target == nullptr ? nullptr : &target->permalink;
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
