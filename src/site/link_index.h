// Which addresses exist on the site, for links between its files: "@/blog/a.md", "../b.md", "cat.png".
// Immutable once filled; any thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace loom::site {

struct LinkTarget {
  std::string permalink;
  std::string path;
};

class LinkIndex {
 public:
  /// `relative_path`: below the content folder ("blog/a.md", "blog/cat.png").
  void add_content(std::string relative_path, LinkTarget target);
  /// A path of the site that something is published under ("/blog/a/", "/logo.svg").
  void add_path(std::string path);

  /// The target of a file below the content folder, or null. Valid while the index lives.
  const LinkTarget* find_content(std::string_view relative_path) const;
  bool has_path(std::string_view path) const;
  /// The content path nearest to `relative_path`, or "".
  std::string find_nearest_content(std::string_view relative_path) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  Map<LinkTarget> content_;
  Map<bool> paths_;
};

}  // namespace loom::site
