#include "site/link_index.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/edit_distance.h"

namespace loom::site {

namespace {

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

void LinkIndex::add_content(std::string relative_path, LinkTarget target) {
  content_.insert_or_assign(std::move(relative_path), std::move(target));
}

void LinkIndex::add_hidden(std::string relative_path) {
  hidden_.insert(std::move(relative_path));
}

void LinkIndex::add_path(std::string path) {
  paths_.insert(std::move(path));
}

void LinkIndex::add_file(std::string path, std::string source_path) {
  add_path(path);
  sources_.insert_or_assign(std::move(path), std::move(source_path));
}

const std::string* LinkIndex::find_source(std::string_view path) const {
  const auto found = sources_.find(path);
  return found == sources_.end() ? nullptr : &found->second;
}

const LinkTarget* LinkIndex::find_content(std::string_view relative_path) const {
  const auto found = content_.find(relative_path);
  return found == content_.end() ? nullptr : &found->second;
}

std::string LinkIndex::find_nearest_content(std::string_view relative_path) const {
  std::vector<std::string> names;
  for (const auto& [path, target] : content_) {
    names.push_back(path);
  }
  // Hash order is not the same everywhere; hints have to be.
  std::sort(names.begin(), names.end());
  const auto same_name = std::find_if(names.begin(), names.end(), [&](const std::string& path) {
    return file_name(path) == file_name(relative_path) && file_name(path) != "_index.md";
  });
  if (same_name != names.end()) {
    return *same_name;
  }
  return base::find_nearest_name(relative_path, names).value_or("");
}

}  // namespace loom::site
