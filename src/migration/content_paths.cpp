#include "migration/content_paths.h"

#include <algorithm>

#include "base/ascii.h"
#include "migration/front_fields.h"
#include "site/names.h"

namespace loom::migration {

namespace {

constexpr std::string_view kContent = "content";

/// A part of a path that Loom would pass over or read as something else.
std::string safe_part(std::string_view part) {
  const bool is_special = part == "index" || part == "_index" || site::is_skipped_name(part);
  return is_special ? "page-" + std::string(part.substr(part.starts_with('.') ? 1 : 0)) : std::string(part);
}

}  // namespace

ContentPaths::ContentPaths(const std::vector<std::string>& old_paths) {
  folders_.insert("/");
  for (const std::string& path : old_paths) {
    // The page's own last part is no folder.
    const std::size_t last = path.find_last_not_of('/');
    for (std::size_t slash = path.find('/', 1); slash < last && slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      folders_.insert(path.substr(0, slash + 1));
    }
  }
}

std::string ContentPaths::take(std::string_view old_path) {
  std::string path(kContent);
  for (const std::string_view part : base::split(old_path, '/')) {
    if (!part.empty()) {
      path += "/" + safe_part(part);
    }
  }
  if (folders_.contains(std::string(old_path)) && !is_taken(path + "/_index.md")) {
    return take_free(path + "/_index.md");
  }
  if (!old_path.ends_with('/')) {
    path.resize(std::min(path.size(), path.rfind('.')));
  }
  return take_free(path + ".md");
}

std::string ContentPaths::take_free(const std::string& path) {
  std::string free = path;
  for (int number = 2; !taken_.insert(free).second; ++number) {
    free = path.substr(0, path.rfind('.')) + "-" + std::to_string(number) + ".md";
  }
  return free;
}

void add_missing_sections(NewSite& site, const base::Data::Table& front) {
  std::set<std::string> present;
  std::set<std::string> wanted = {std::string(kContent)};
  for (const NewPage& page : site.pages) {
    present.insert(page.path);
    const bool is_bundle = page.path.ends_with("/index.md");
    std::size_t slash = page.path.rfind('/');
    slash = is_bundle ? page.path.rfind('/', slash - 1) : slash;
    for (; slash != std::string::npos && slash > kContent.size(); slash = page.path.rfind('/', slash - 1)) {
      wanted.insert(page.path.substr(0, slash));
    }
  }
  for (const std::string& folder : wanted) {
    const std::string path = folder + "/_index.md";
    const std::string static_page = "static" + folder.substr(kContent.size()) + "/index.html";
    const bool is_taken = present.contains(path) || present.contains(folder + ".md") ||
                          present.contains(folder + "/index.md") || site.copies.contains(static_page) ||
                          site.texts.contains(static_page);
    if (is_taken) {
      continue;
    }
    base::Data::Table own;
    if (folder != kContent) {
      set_value(own, "title", title_of_name(folder.substr(folder.rfind('/') + 1)));
    }
    for (const auto& [key, value] : front) {
      set_value(own, key, value);
    }
    site.pages.push_back({path, path, std::move(own), "", "", {}});
  }
}

}  // namespace loom::migration
