#include "site/source_tree.h"

#include <utility>

#include "base/digest.h"

namespace loom::site {

const SourceFile* SourceTree::find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &*found;
}

SourceTree::Range SourceTree::files_under(std::string_view folder) const {
  if (folder.empty()) {
    return {files_.begin(), files_.end()};
  }
  // '0' follows '/' in ASCII, so the files below "a" are those in ["a/", "a0").
  const std::string begin = std::string(folder) + '/';
  const std::string end = std::string(folder) + '0';
  return {files_.lower_bound(std::string_view(begin)), files_.lower_bound(std::string_view(end))};
}

void SourceTree::put(SourceFile file) {
  auto next = files_.lower_bound(std::string_view(file.path));
  if (next != files_.end() && next->path == file.path) {
    next = files_.erase(next);
  }
  files_.insert(next, std::move(file));
}

bool SourceTree::remove(std::string_view path) {
  const auto found = files_.find(path);
  if (found == files_.end()) {
    return false;
  }
  files_.erase(found);
  return true;
}

SourceFile make_source_file(std::string path, std::string bytes) {
  SourceFile file;
  file.path = std::move(path);
  file.hash = base::hash64(bytes);
  file.stamp.size_bytes = bytes.size();
  file.bytes = std::make_shared<const std::string>(std::move(bytes));
  return file;
}

}  // namespace loom::site
