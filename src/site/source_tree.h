// The files of a site as values: what a rebuild reads instead of the disk. A plain value without I/O; one
// thread at a time, const access from any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "base/file.h"

namespace loom::site {

struct SourceFile {
  /// Below the site root, with '/' between the parts: "content/blog/a.md".
  std::string path;
  /// Null for files over kInMemoryBytesMax that are neither Markdown, template nor configuration.
  std::shared_ptr<const std::string> bytes;
  /// Of the bytes; of path and stamp when `bytes` is null.
  std::uint64_t hash = 0;
  base::FileStamp stamp;
};

struct SourcePathLess {
  using is_transparent = void;
  bool operator()(const SourceFile& a, const SourceFile& b) const { return a.path < b.path; }
  bool operator()(const SourceFile& a, std::string_view b) const { return a.path < b; }
  bool operator()(std::string_view a, const SourceFile& b) const { return a < b.path; }
};

class SourceTree {
 public:
  using Files = std::set<SourceFile, SourcePathLess>;
  /// Neighbouring files; for range-based loops.
  struct Range {
    Files::const_iterator first;
    Files::const_iterator last;

    Files::const_iterator begin() const { return first; }
    Files::const_iterator end() const { return last; }
    bool empty() const { return first == last; }
  };

  /// Ordered by path, bytewise.
  const Files& files() const { return files_; }
  /// Null when there is no such file. Valid until that file is replaced or removed.
  const SourceFile* find(std::string_view path) const;
  /// All files below `folder` ("content", without a slash at the end), at any depth; "" gives all files.
  Range files_under(std::string_view folder) const;
  bool has_folder(std::string_view folder) const { return !files_under(folder).empty(); }

  /// Adds, or replaces the file of that path.
  void put(SourceFile file);
  /// False when there was no such file.
  bool remove(std::string_view path);

 private:
  Files files_;
};

/// A file in memory with its hash; the stamp carries only the size.
SourceFile make_source_file(std::string path, std::string bytes);

}  // namespace loom::site
