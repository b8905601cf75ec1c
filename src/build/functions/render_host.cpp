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

namespace {

const site::SourceFile* find_below(const RenderHost& host, const std::string& folder, std::string_view path) {
  const std::string candidate = folder + std::string(path);
  ReadLog::note(file_key(candidate));
  const site::SourceFile* file = host.tree.find(candidate);
  return file != nullptr && file->bytes ? file : nullptr;
}

const site::SourceFile* find_compiled(const RenderHost& host, std::string_view path) {
  ReadLog::note(compiled_file_key(path));
  return host.compiled == nullptr ? nullptr : host.compiled->find(path);
}

}  // namespace

const site::SourceFile* find_named_file(const RenderHost& host, std::string_view path) {
  while (path.starts_with('/')) {
    path.remove_prefix(1);
  }
  if (path.starts_with("@/")) {
    path.remove_prefix(2);
  }
  for (const char* folder : {"", "static/", "content/"}) {
    if (const site::SourceFile* file = find_below(host, folder, path)) {
      return file;
    }
  }
  if (const site::SourceFile* file = find_compiled(host, path)) {
    return file;
  }
  if (host.config.theme.empty()) {
    return nullptr;
  }
  const std::string theme = "themes/" + host.config.theme + "/";
  const site::SourceFile* file = find_below(host, theme + "static/", path);
  return file != nullptr ? file : find_below(host, theme, path);
}

}  // namespace loom::build
