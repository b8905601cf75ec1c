// Tested by tests/migration/jekyll/jekyll_site_test.cpp.
#include "migration/jekyll/jekyll_host.h"

#include "base/ascii.h"
#include "migration/jekyll/liquid_template.h"
#include "migration/jekyll/liquid_text.h"
#include "migration/markup_text.h"
#include "migration/shortcode_text.h"
#include "migration/source_folder.h"
#include "site/permalink.h"

namespace loom::migration {

namespace {

/// What Jekyll fills in while it builds.
const std::vector<std::string>& unknown_site_keys() {
  static const std::vector<std::string> kKeys = {
      "posts",     "pages",      "related_posts", "static_files", "html_pages", "html_files", "collections",
      "documents", "categories", "tags",          "time",         "github",     "drafts"};
  return kKeys;
}

const std::vector<std::string>& unknown_page_keys() {
  static const std::vector<std::string> kKeys = {"content", "excerpt", "previous", "next", "id", "output"};
  return kKeys;
}

std::string without_slash(std::string_view path) {
  return std::string(path.starts_with('/') ? path.substr(1) : path);
}

}  // namespace

JekyllHost::JekyllHost(const site::SourceTree& tree, LiquidScope scope, NewSite& site)
    : tree_(tree), scope_(std::move(scope)), site_(site) {
  std::vector<std::string>& keys = scope_.unknown_keys["site"];
  keys.insert(keys.end(), unknown_site_keys().begin(), unknown_site_keys().end());
  scope_.unknown_keys["page"] = unknown_page_keys();
}

void JekyllHost::add_target(const JekyllDocument& document, const std::string& path) {
  constexpr std::size_t kPrefixBytes = std::string_view("content/").size();
  targets_.insert_or_assign(document.source,
                            LiquidTarget{path.empty() ? "" : path.substr(kPrefixBytes), document.url});
}

void JekyllHost::enter(const JekyllDocument& document) {
  document_ = &document;
  base::Data page = document.front;
  if (page.is_null()) {
    page = base::Data::Table{};
  }
  page.set("url", document.url);
  page.set("path", document.source);
  page.set("name", document.source.substr(document.source.rfind('/') + 1));
  page.set("slug", document.name);
  if (document.date) {
    page.set("date", *document.date);
  }
  scope_.variables.insert_or_assign("page", std::move(page));
}

std::string JekyllHost::convert(std::string_view text) {
  return convert_liquid(text, scope_, *this);
}

std::optional<LiquidTarget> JekyllHost::find_file(std::string_view path) const {
  const std::string wanted = without_slash(path);
  if (const auto found = targets_.find(wanted); found != targets_.end()) {
    return found->second;
  }
  return tree_.find(wanted) == nullptr ? std::nullopt : std::optional(LiquidTarget{"", "/" + wanted});
}

std::optional<LiquidTarget> JekyllHost::find_post(std::string_view name) const {
  const std::string wanted = without_slash(name);
  for (const auto& [source, target] : targets_) {
    const std::size_t posts = source.find("_posts/");
    if (posts == std::string::npos) {
      continue;
    }
    const std::string stem = source.substr(0, source.rfind('.'));
    const std::string inside = stem.substr(posts + std::string_view("_posts/").size());
    // With the folder before _posts, or the one in it, or the bare name.
    if (inside == wanted || stem.substr(0, posts) + inside == wanted ||
        inside.substr(inside.rfind('/') + 1) == wanted) {
      return target;
    }
  }
  return std::nullopt;
}

const std::string* JekyllHost::load(const std::string& path) {
  if (const auto found = texts_.find(path); found != texts_.end()) {
    return &found->second;
  }
  const site::SourceFile* file = tree_.find(path);
  if (file == nullptr || file->bytes == nullptr) {
    return nullptr;
  }
  const std::string text = text_of(*file);
  const bool is_html = path.ends_with(".html") || path.ends_with(".htm") || path.ends_with(".svg");
  return &texts_.emplace(path, is_html ? html_for_markdown(text) : text).first->second;
}

const std::string* JekyllHost::find_include(std::string_view name) {
  return load("_includes/" + std::string(name));
}

const std::string* JekyllHost::find_beside(std::string_view name) {
  const auto path = site::resolve_relative(document_->source, name);
  return path ? load(*path) : nullptr;
}

std::optional<std::string> JekyllHost::find_shortcode(std::string_view include) {
  if (const auto known = shortcodes_.find(include); known != shortcodes_.end()) {
    return known->second;
  }
  std::optional<std::string>& name = shortcodes_[std::string(include)];
  const site::SourceFile* file = tree_.find("_includes/" + std::string(include));
  LiquidScope scope = scope_;
  // An include is the same on every page once it is a template.
  scope.variables.erase("page");
  const auto text = file == nullptr ? std::nullopt : convert_liquid_template(text_of(*file), scope);
  if (text) {
    const bool is_markdown = include.ends_with(".md") || include.ends_with(".markdown");
    name = shortcode_name(include.substr(0, include.rfind('.')));
    site_.texts["templates/shortcodes/" + *name + (is_markdown ? ".md" : ".html")] = *text;
  }
  return name;
}

void JekyllHost::leave(std::uint32_t line, std::string message, std::string hint) {
  site_.leave(document_->source, line + document_->body_line - 1, std::move(message), std::move(hint));
}

}  // namespace loom::migration
