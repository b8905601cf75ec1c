// Which addresses exist on the site, for links between its files: "@/blog/a.md", "../b.md", "cat.png".
// Immutable once filled; any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace loom::site {

struct LinkTarget {
  std::string permalink;
  std::string path;
};

class LinkIndex {
 public:
  /// `relative_path`: below the content folder ("blog/a.md", "blog/cat.png").
  void add_content(std::string relative_path, LinkTarget target);
  /// A draft or a page that is not due: it exists, but has no address.
  void add_hidden(std::string relative_path);
  /// A path of the site that something is published under ("/blog/a/", "/logo.svg").
  void add_path(std::string path);
  /// The same for a file that lies beside a page; `source_path` is below the site.
  void add_file(std::string path, std::string source_path);

  void set_checks_relative_links(bool checks) { checks_relative_links_ = checks; }

  void set_makes_links_absolute(bool makes) { makes_links_absolute_ = makes; }

  /// Whether links within a page and to files beside it get its permalink in front, so that they work
  /// wherever its text is shown.
  bool makes_links_absolute() const { return makes_links_absolute_; }
  /// Whether a relative link to a Markdown file that does not exist is broken, or just stays.
  bool checks_relative_links() const { return checks_relative_links_; }
  /// The target of a file below the content folder, or null. Valid while the index lives.
  const LinkTarget* find_content(std::string_view relative_path) const;
  bool is_hidden(std::string_view relative_path) const { return hidden_.contains(relative_path); }
  bool has_path(std::string_view path) const { return paths_.contains(path); }
  /// Where a file that lies beside a page comes from, by the path it is published under, or null. Valid while
  /// the index lives.
  const std::string* find_source(std::string_view path) const;
  /// The content path nearest to `relative_path`, or "".
  std::string find_nearest_content(std::string_view relative_path) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;

  std::unordered_map<std::string, LinkTarget, Hash, std::equal_to<>> content_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> sources_;
  Set hidden_;
  Set paths_;
  bool checks_relative_links_ = true;
  bool makes_links_absolute_ = false;
};

}  // namespace loom::site
