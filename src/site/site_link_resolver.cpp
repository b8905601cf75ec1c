#include "site/site_link_resolver.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/escape.h"
#include "site/names.h"
#include "site/permalink.h"

namespace loom::site {

namespace {

/// "a.md", and "?x#y" from the first of the two marks on.
struct Destination {
  std::string path;
  std::string_view suffix;
};

Destination split_destination(std::string_view written) {
  const std::size_t end = std::min(written.find_first_of("?#"), written.size());
  const std::string_view path = written.substr(0, end);
  return {base::percent_decoded(path).value_or(std::string(path)), written.substr(end)};
}

/// "https:", "mailto:", "tel:" (RFC 3986 §3.1).
bool has_scheme(std::string_view destination) {
  const std::size_t colon = destination.find_first_of(":/?#");
  return colon != std::string_view::npos && colon != 0 && destination[colon] == ':' &&
         base::is_alpha(destination[0]);
}

}  // namespace

SiteLinkResolver::SiteLinkResolver(std::shared_ptr<const LinkIndex> links, std::string relative_path,
                                   std::string path)
    : links_(std::move(links)), relative_path_(std::move(relative_path)), path_(std::move(path)) {}

markdown::LinkResolution SiteLinkResolver::broken(std::string_view target) const {
  if (links_->is_hidden(target)) {
    return markdown::BrokenLink{"`" + std::string(target) + "` is not published: a draft, or not due yet",
                                "publish it, or show drafts with --drafts"};
  }
  const std::string nearest = links_->find_nearest_content(target);
  return markdown::BrokenLink{"there is no page `" + std::string(target) + "`",
                              nearest.empty() ? "" : "did you mean `@/" + nearest + "`?"};
}

markdown::LinkResolution SiteLinkResolver::resolve_content(std::string_view target,
                                                           std::string_view suffix) const {
  const LinkTarget* found = links_->find_content(target);
  if (found == nullptr) {
    return broken(target);
  }
  return markdown::RewrittenLink{found->permalink + std::string(suffix)};
}

markdown::LinkResolution SiteLinkResolver::resolve(std::string_view destination, markdown::LinkKind) const {
  if (destination.starts_with('#')) {
    return destination.size() == 1 ? markdown::KeepLink{} : stay_in_page(destination);
  }
  if (destination.starts_with('/') || has_scheme(destination)) {
    return markdown::KeepLink{};
  }
  return resolve_relative_to_page(destination);
}

markdown::LinkResolution SiteLinkResolver::resolve_relative_to_page(std::string_view destination) const {
  const Destination parts = split_destination(destination);
  if (parts.path.starts_with("@/")) {
    return resolve_content(parts.path.substr(2), parts.suffix);
  }
  if (parts.path.empty()) {
    return stay_in_page(destination);
  }
  const std::optional<std::string> target = resolve_relative(relative_path_, parts.path);
  const bool is_markdown = is_markdown_name(parts.path);
  if (!is_markdown && exists_on_site(parts.path)) {
    return stay_in_page(destination);
  }
  if (const LinkTarget* found = target ? find_target(*target, is_markdown) : nullptr) {
    return markdown::RewrittenLink{found->permalink + std::string(parts.suffix)};
  }
  if (is_markdown && links_->checks_relative_links() && !exists_on_site(parts.path)) {
    return broken(target.value_or(parts.path));
  }
  return stay_in_page(destination);
}

/// "../x" is left to the browser, as in Zola.
markdown::LinkResolution SiteLinkResolver::stay_in_page(std::string_view destination) const {
  const LinkTarget* page = links_->find_content(relative_path_);
  if (!links_->makes_links_absolute() || page == nullptr || destination.starts_with("..")) {
    return markdown::KeepLink{};
  }
  return markdown::RewrittenLink{page->permalink + std::string(destination)};
}

/// Whether a browser that shows this page finds something under the relative path.
bool SiteLinkResolver::exists_on_site(std::string_view relative) const {
  const std::optional<std::string> resolved = resolve_relative(path_.substr(1), relative);
  return resolved && (links_->has_path("/" + *resolved) || links_->has_path("/" + *resolved + "/"));
}

/// The file itself; "../guide/" and "guide" mean the page of that folder, as they do where Markdown is read
/// as files.
const LinkTarget* SiteLinkResolver::find_target(const std::string& target, bool is_markdown) const {
  const LinkTarget* found = links_->find_content(target);
  if (found != nullptr || is_markdown) {
    return found;
  }
  for (const std::string_view name : {"_index.md", "index.md", "README.md", "readme.md"}) {
    const std::string path = target.empty() ? std::string(name) : target + "/" + std::string(name);
    if (found = links_->find_content(path); found != nullptr) {
      return found;
    }
  }
  return nullptr;
}

}  // namespace loom::site
