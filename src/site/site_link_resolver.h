// Resolves the links of one page for the Markdown renderer. Immutable; any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "markdown/link_resolver.h"
#include "site/link_index.h"

namespace loom::site {

class SiteLinkResolver : public markdown::LinkResolver {
 public:
  /// `relative_path` is the linking file below the content folder, `path` its path on the site ("/blog/a/").
  SiteLinkResolver(std::shared_ptr<const LinkIndex> links, std::string relative_path, std::string path);

  /// "@/a/b.md#x" and relative paths to Markdown files or to files beside them become permalinks (files: site
  /// paths). A Markdown file that does not exist is broken, with the nearest one as hint. Everything else
  /// stays, or gets the page's permalink in front where the site wants that ("#x", "cat.png").
  markdown::LinkResolution resolve(std::string_view destination, markdown::LinkKind kind) const override;

 private:
  markdown::LinkResolution resolve_content(std::string_view target, std::string_view suffix) const;
  markdown::LinkResolution broken(std::string_view target) const;
  markdown::LinkResolution resolve_relative_to_page(std::string_view destination) const;
  markdown::LinkResolution stay_in_page(std::string_view destination) const;
  bool exists_on_site(std::string_view relative) const;
  const LinkTarget* find_target(const std::string& target, bool is_markdown) const;

  std::shared_ptr<const LinkIndex> links_;
  std::string relative_path_;
  std::string path_;
};

}  // namespace loom::site
