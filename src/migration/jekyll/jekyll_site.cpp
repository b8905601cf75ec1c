#include "migration/jekyll/jekyll_site.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.h"
#include "migration/content_paths.h"
#include "migration/front_fields.h"
#include "migration/jekyll/jekyll_address.h"
#include "migration/jekyll/jekyll_files.h"
#include "migration/jekyll/jekyll_host.h"
#include "migration/jekyll/kramdown.h"
#include "migration/markup_text.h"
#include "migration/site_files.h"

namespace loom::migration {

namespace {

constexpr auto kDroppedFields = std::to_array<std::string_view>(
    {"layout", "permalink", "redirect_from", "redirect_to", "slug", "category", "categories", "tags", "tag",
     "published", "render_with_liquid"});

/// The first part of the posts' addresses when it is always the same, else "posts".
std::string posts_folder_of(std::string_view permalink) {
  const std::vector<std::string_view> parts = base::split(permalink, '/');
  for (const std::string_view part : parts) {
    if (!part.empty()) {
      const bool is_fixed = part.find(':') == std::string_view::npos && part != parts.back();
      return std::string(is_fixed ? part : "posts");
    }
  }
  return "posts";
}

class Converter {
 public:
  explicit Converter(const site::SourceTree& tree) : tree_(tree) {}

  NewSite convert() {
    config_ = read_jekyll_config(tree_, site_);
    read_documents();
    place_documents();
    convert_documents();
    add_jekyll_files(tree_, config_, site_);
    add_pagination();
    add_sections();
    set_config();
    return std::move(site_);
  }

 private:
  void read_documents() {
    for (const site::SourceFile& file : tree_.files()) {
      auto document = read_jekyll_document(file, config_, site_);
      if (!document) {
        continue;
      }
      const JekyllCollection* collection = config_.find_collection(document->collection);
      if (collection != nullptr && !collection->output) {
        leave_collection(*collection, file.path);
        continue;
      }
      documents_.push_back(*std::move(document));
    }
  }

  void leave_collection(const JekyllCollection& collection, const std::string& path) {
    if (left_collections_.insert(collection.name).second) {
      site_.leave(path.substr(0, path.find('/')), 0,
                  "the documents of `" + collection.name + "` have no pages of their own in the old site",
                  "put what templates need of them into data/");
    }
  }

  void place_documents() {
    posts_folder_ = posts_folder_of(config_.collections.front().permalink);
    std::vector<std::string> addresses = {"/" + posts_folder_ + "/x/"};
    for (const JekyllCollection& collection : config_.collections) {
      addresses.push_back("/" + (collection.name == "posts" ? posts_folder_ : collection.name) + "/x/");
    }
    for (const JekyllDocument& document : documents_) {
      if (document.kind != JekyllKind::Post) {
        addresses.push_back(document.served);
      }
    }
    ContentPaths paths(addresses);
    for (const JekyllDocument& document : documents_) {
      paths_.push_back(is_left_out(document) ? "" : new_path(document, paths));
    }
  }

  std::string new_path(const JekyllDocument& document, ContentPaths& paths) const {
    const std::string folder = "content/" + posts_folder_ + "/";
    if (document.kind == JekyllKind::Post) {
      const std::string file_name = document.source.substr(document.source.rfind('/') + 1);
      return paths.take_free(folder + file_name.substr(0, file_name.rfind('.')) + ".md");
    }
    if (document.kind == JekyllKind::Draft) {
      return paths.take_free(folder + document.name + ".md");
    }
    return paths.take(document.served.empty() ? "/" + document.name + "/" : document.served);
  }

  /// Pages that only send elsewhere, and the page for errors, which the theme brings.
  bool is_left_out(const JekyllDocument& document) const {
    return document.served == "/404.html" || !list_value(find_value(document.front, "redirect_to")).empty();
  }

  void convert_documents() {
    LiquidScope scope;
    base::Data site = config_.data;
    site.set("data", read_jekyll_data(tree_, site_));
    scope.variables["site"] = std::move(site);
    for (const JekyllCollection& collection : config_.collections) {
      scope.unknown_keys["site"].push_back(collection.name);
    }
    scope.variables["jekyll"] = base::Data::Table{{"environment", "production"}};
    JekyllHost host(tree_, std::move(scope), site_);
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      host.add_target(documents_[i], paths_[i]);
    }
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (!paths_[i].empty()) {
        add_page(documents_[i], paths_[i], host);
      }
    }
    for (const JekyllDocument& document : documents_) {
      if (is_left_out(document)) {
        add_redirect(document);
      }
    }
  }

  void add_page(const JekyllDocument& document, const std::string& path, JekyllHost& host) {
    NewPage page;
    page.path = path;
    page.source = document.source;
    page.old_path = document.kind == JekyllKind::Draft ? "" : document.served;
    page.front = new_front(document);
    page.redirects = list_value(find_value(document.front, "redirect_from"));
    if (!document.url.empty() && document.url != document.served && !document.url.ends_with("/index.html")) {
      // Web servers answer "/a" with a.html, and links say so.
      page.redirects.push_back(document.url);
    }
    page.body = new_body(document, host);
    site_.pages.push_back(std::move(page));
    lists_posts_ = lists_posts_ || (path == "content/_index.md" && has_post_list(document));
  }

  static bool has_post_list(const JekyllDocument& document) {
    return document.body.find("site.posts") != std::string::npos ||
           document.body.find("paginator") != std::string::npos ||
           text_value(document.front, "layout") == "home";
  }

  std::string new_body(const JekyllDocument& document, JekyllHost& host) {
    host.enter(document);
    const auto leave = [&](std::uint32_t line, std::string message) {
      host.leave(line, std::move(message), "");
    };
    const base::Data* with_liquid = find_value(document.front, "render_with_liquid");
    const bool is_plain = with_liquid != nullptr && *with_liquid == base::Data(false);
    std::string text = document.is_markdown() ? convert_kramdown(document.body, leave) : document.body;
    text = is_plain ? text : host.convert(text);
    return document.is_markdown() ? wrap_attributed_blocks(open_markdown_elements(text))
                                  : html_for_markdown(text);
  }

  base::Data::Table new_front(const JekyllDocument& document) {
    base::Data::Table front = convert_front(document.front, {kDroppedFields, {}, {}});
    const bool is_post = document.kind == JekyllKind::Post || document.kind == JekyllKind::Draft;
    if (find_value(front, "title") == nullptr &&
        (is_post || document.kind == JekyllKind::CollectionDocument)) {
      front.insert(front.begin(), {"title", title_of_name(document.name)});
    }
    if (document.date && find_value(document.front, "date") != nullptr) {
      set_value(front, "date", *document.date);
    }
    if (document.kind == JekyllKind::Draft) {
      set_value(front, "draft", true);
      // Without a date it cannot follow the pattern of the posts.
      if (!document.date) {
        set_value(front, "path", "/" + posts_folder_ + "/" + document.name + "/");
      }
    }
    if (const std::string slug = text_value(document.front, "slug"); !slug.empty()) {
      set_value(front, "slug", slug);
    }
    set_terms(front, "categories", document.categories);
    set_terms(front, "tags", tags_of(document));
    return front;
  }

  /// A list, or words in one text.
  static std::vector<std::string> tags_of(const JekyllDocument& document) {
    std::vector<std::string> tags = list_value(find_value(document.front, "tag"));
    const base::Data* value = find_value(document.front, "tags");
    if (value == nullptr || value->as_string() == nullptr) {
      const std::vector<std::string> more = list_value(value);
      tags.insert(tags.end(), more.begin(), more.end());
      return tags;
    }
    for (const std::string_view word : base::split(*value->as_string(), ' ')) {
      if (!word.empty()) {
        tags.emplace_back(word);
      }
    }
    return tags;
  }

  void set_terms(base::Data::Table& front, const std::string& taxonomy, std::vector<std::string> terms) {
    std::erase_if(terms, [](const std::string& term) { return base::trim(term).empty(); });
    if (!terms.empty()) {
      taxonomies_.insert(taxonomy);
      set_inner_value(front, "taxonomies", taxonomy, array_of(terms));
    }
  }

  void add_redirect(const JekyllDocument& document) {
    if (document.served == "/404.html") {
      site_.leave(document.source, 0, "the page for errors was not imported: the built-in theme has one",
                  "write templates/404.html for your own");
      return;
    }
    const std::string target = list_value(find_value(document.front, "redirect_to"))[0];
    for (NewPage& page : site_.pages) {
      if (!page.old_path.empty() && page.old_path == served_path(target)) {
        page.redirects.push_back(document.served);
        return;
      }
    }
    if (!document.served.empty()) {
      site_.texts["static" + document.served + (document.served.ends_with('/') ? "index.html" : "")] =
          render_redirect(target);
    }
  }

  /// "/page2/" of Jekyll is "/page/2/" here.
  void add_pagination() {
    const std::size_t number = config_.paginate_path.find(":num");
    if (config_.paginate_by == 0 || number == std::string::npos) {
      return;
    }
    const auto post_count = static_cast<std::int64_t>(
        std::count_if(documents_.begin(), documents_.end(),
                      [](const JekyllDocument& document) { return document.kind == JekyllKind::Post; }));
    for (std::int64_t page = 2; (page - 1) * config_.paginate_by < post_count; ++page) {
      std::string path = config_.paginate_path;
      path.replace(number, std::string_view(":num").size(), std::to_string(page));
      path = "static/" + std::string(base::trim(path.substr(path.starts_with('/') ? 1 : 0)));
      const std::string target = "/page/" + std::to_string(page) + "/";
      if (const std::string file = path + (path.ends_with('/') ? "" : "/") + "index.html";
          file != "static" + target + "index.html") {
        site_.texts[file] = render_redirect(target);
      }
    }
  }

  NewPage* find_page(std::string_view path) {
    const auto found = std::find_if(site_.pages.begin(), site_.pages.end(),
                                    [&](const NewPage& page) { return page.path == path; });
    return found == site_.pages.end() ? nullptr : &*found;
  }

  void add_sections() {
    const bool has_weights = std::any_of(site_.pages.begin(), site_.pages.end(), [](const NewPage& page) {
      return find_value(page.front, "weight") != nullptr;
    });
    add_missing_sections(site_, {{"sort_by", has_weights ? "weight" : "title"}});
    lists_posts_ = lists_posts_ || find_page("content/_index.md")->source == "content/_index.md";
    if (NewPage* posts = find_page("content/" + posts_folder_ + "/_index.md")) {
      set_list(*posts);
      if (lists_posts_) {
        set_value(posts->front, "transparent", true);
        set_list(*find_page("content/_index.md"));
      }
    }
  }

  void set_list(NewPage& section) const {
    set_value(section.front, "sort_by", "date");
    set_value(section.front, "paginate_by", config_.paginate_by == 0 ? 20 : config_.paginate_by);
  }

  void set_config() {
    base::Data::Array list;
    for (const std::string& name : taxonomies_) {
      list.push_back(base::Data::Table{{"name", name}});
    }
    set_value(site_.config, "base_url", base_url());
    set_value(site_.config, "title",
              text_value(config_.data, "title").empty() ? text_value(config_.data, "name")
                                                        : text_value(config_.data, "title"));
    set_value(site_.config, "description", text_value(config_.data, "description"));
    set_value(site_.config, "default_language", text_value(config_.data, "lang"));
    set_value(site_.config, "taxonomies", std::move(list));
    add_jekyll_feed(config_, site_);
    const base::Data* future = find_value(config_.data, "future");
    set_value(site_.config, "publish_future", future != nullptr && *future == base::Data(true));
    // Names of files are parts of addresses as they are.
    set_value(site_.config, "slugify", base::Data::Table{{"paths", "safe"}});
    if (const auto pattern = loom_pattern(config_.collections.front().permalink, "posts")) {
      const bool has_categories =
          pattern->find(":categories") == std::string::npos || taxonomies_.contains("categories");
      if (has_categories && find_page("content/" + posts_folder_ + "/_index.md") != nullptr) {
        set_value(site_.config, "permalinks", base::Data::Table{{posts_folder_, *pattern}});
      }
    }
    set_value(site_.config, "markdown", base::Data::Table{{"smart_punctuation", true}});
    set_value(site_.config, "link_checker", base::Data::Table{{"internal_level", "warn"}});
    add_navigation();
  }

  std::string base_url() {
    const std::string url = text_value(config_.data, "url");
    if (url.empty()) {
      site_.leave("_config.yml", 0, "there is no `url`", "set `base_url` in loom.toml");
      return "https://example.org" + config_.base_path;
    }
    return url + config_.base_path;
  }

  /// `header_pages` of the theme that Jekyll starts with.
  void add_navigation() {
    base::Data::Array links;
    for (const std::string& source : list_value(find_value(config_.data, "header_pages"))) {
      for (std::size_t i = 0; i < documents_.size(); ++i) {
        if (documents_[i].source == source && !paths_[i].empty()) {
          const std::string title = text_value(documents_[i].front, "title");
          links.push_back(
              base::Data::Table{{"name", title.empty() ? title_of_name(documents_[i].name) : title},
                                {"url", documents_[i].url}});
        }
      }
    }
    if (!links.empty()) {
      set_value(site_.config, "extra", base::Data::Table{{"nav", std::move(links)}});
    }
  }

  const site::SourceTree& tree_;
  NewSite site_;
  JekyllConfig config_;
  std::vector<JekyllDocument> documents_;
  /// Of each document: its file in the new site, "" for one that has none.
  std::vector<std::string> paths_;
  std::string posts_folder_;
  std::set<std::string> taxonomies_;
  std::set<std::string> left_collections_;
  /// The front page shows the posts.
  bool lists_posts_ = false;
};

}  // namespace

base::Result<NewSite> convert_jekyll(const site::SourceTree& tree) {
  static constexpr auto kMarks = std::to_array<std::string_view>(
      {"_config.yml", "_config.yaml", "_config.toml", "index.md", "index.html", "index.markdown"});
  const bool is_site = tree.has_folder("_posts") ||
                       std::any_of(kMarks.begin(), kMarks.end(),
                                   [&](std::string_view name) { return tree.find(name) != nullptr; });
  if (!is_site) {
    return base::Error(
        "there is no _config.yml, no _posts and no index page: name the folder of a Jekyll site");
  }
  return Converter(tree).convert();
}

}  // namespace loom::migration
