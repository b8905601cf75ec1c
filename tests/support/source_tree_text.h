// A site in a text block, for tests without a disk: "--- content/a.md" starts each file.
#pragma once

#include <string>
#include <string_view>

#include "site/source_tree.h"

namespace loom::support {

/// Each line "--- path" starts a file that goes on up to the next one; text before the first is dropped. A
/// line that is only "---" is content. Files end with a line end unless they are empty.
inline site::SourceTree source_tree(std::string_view text) {
  site::SourceTree tree;
  std::string path;
  std::string bytes;
  const auto flush = [&] {
    if (!path.empty()) {
      tree.put(site::make_source_file(path, bytes));
    }
    bytes.clear();
  };
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.starts_with("--- ")) {
      flush();
      path = line.substr(4);
    } else {
      bytes += std::string(line) + "\n";
    }
  }
  flush();
  return tree;
}

}  // namespace loom::support
