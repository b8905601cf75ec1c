#include "build/shortcodes/shortcode_set.h"

#include <algorithm>

#include "build/entities.h"

namespace loom::build {
namespace {

constexpr std::string_view kFolder = "shortcodes/";
constexpr std::string_view kHtml = ".html";
constexpr std::string_view kMarkdown = ".md";

}  // namespace

FoundShortcode find_shortcode(const RenderHost& host, std::string_view name) {
  FoundShortcode found;
  for (const std::string_view extension : {kHtml, kMarkdown}) {
    const std::string template_name = std::string(kFolder).append(name).append(extension);
    ReadLog::note(template_closure_key(template_name));
    if (host.templates->contains(template_name)) {
      return {template_name, false, extension == kMarkdown};
    }
    ReadLog::note(template_key(template_name));
    found.is_broken = found.is_broken || host.entities->find(template_key(template_name)) != 0;
  }
  return found;
}

std::vector<std::string> shortcode_names(const RenderHost& host) {
  std::vector<std::string> names;
  for (const std::string& name : host.templates->names()) {
    for (const std::string_view extension : {kHtml, kMarkdown}) {
      if (name.starts_with(kFolder) && name.ends_with(extension)) {
        names.push_back(name.substr(kFolder.size(), name.size() - kFolder.size() - extension.size()));
      }
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace loom::build
