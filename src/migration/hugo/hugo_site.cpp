#include "migration/hugo/hugo_site.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/ascii.h"
#include "base/date_format.h"
#include "migration/content_paths.h"
#include "migration/front_fields.h"
#include "migration/hugo/hugo_document.h"
#include "migration/hugo/hugo_pages.h"
#include "migration/markup_text.h"
#include "site/names.h"
#include "site/page_path.h"
#include "site/source_layout.h"

namespace loom::migration {

namespace {

constexpr auto kDroppedFields = std::to_array<std::string_view>(
    {"url",   "slug",   "aliases",       "type",       "layout",      "outputs", "cascade",
     "build", "_build", "headless",      "expirydate", "publishdate", "pubdate", "menu",
     "menus", "markup", "iscjklanguage", "linktitle",  "params",      "sitemap", "resources"});

struct Part {
  std::string_view folder;
  std::string_view what;
  std::string_view hint;
};

constexpr auto kParts = std::to_array<Part>({
    {"layouts", "templates were not imported: the site has Loom's built-in theme",
     "templates of your own go into templates/"},
    {"themes", "files of themes were not imported", "the site has Loom's built-in theme"},
    {"assets", "assets were not imported: only the old templates use them",
     "what pages need goes into static/"},
    {"i18n", "translations of the old templates were not imported", "those of your own go into loom.toml"},
});

class Converter {
 public:
  Converter(const site::SourceTree& tree, HugoConfig config, NewSite site, base::UnixTime now)
      : tree_(tree), config_(std::move(config)), site_(std::move(site)), now_(now) {}

  NewSite convert() {
    read_documents();
    place_documents();
    convert_documents();
    copy_files();
    add_missing_sections(site_, {{"sort_by", has_dates_ ? "date" : "weight"}});
    set_config();
    return std::move(site_);
  }

 private:
  void read_documents() {
    for (const HugoContentFolder& folder : config_.content_folders) {
      for (const site::SourceFile& file : tree_.files_under(folder.folder)) {
        if (!is_in_deeper_folder(file.path, folder)) {
          read_file(file, folder);
        }
      }
    }
    for (HugoDocument& document : documents_) {
      finish_hugo_document(document, config_, cascades_, site_);
      document.is_published = document.is_published && !is_resource(document);
    }
  }

  /// content/fr may be a content folder of its own inside of content/.
  bool is_in_deeper_folder(std::string_view path, const HugoContentFolder& folder) const {
    return std::any_of(
        config_.content_folders.begin(), config_.content_folders.end(), [&](const HugoContentFolder& other) {
          return other.folder.size() > folder.folder.size() && site::is_within(path, other.folder);
        });
  }

  void read_file(const site::SourceFile& file, const HugoContentFolder& folder) {
    auto document = read_hugo_document(file, folder, config_, site_);
    if (!document) {
      resources_.push_back({&file, file.path.substr(folder.folder.size() + 1)});
      return;
    }
    if (document->is_bundle) {
      bundles_.insert(document->folder());
    }
    if (const base::Data* cascade = find_value(document->front, "cascade"); cascade != nullptr) {
      add_cascade(document->folder(), *cascade);
    }
    documents_.push_back(*std::move(document));
  }

  void add_cascade(const std::string& folder, const base::Data& cascade) {
    const base::Data::Array one = {cascade};
    for (const base::Data& item : cascade.as_array() == nullptr ? one : *cascade.as_array()) {
      const bool has_target = item.find("target") != nullptr || item.find("_target") != nullptr;
      if (item.as_table() == nullptr || has_target) {
        continue;
      }
      for (const auto& [key, value] : *item.as_table()) {
        set_value(cascades_[folder], key, value);
      }
    }
  }

  /// A Markdown file in the folder of a bundle belongs to the bundle.
  bool is_resource(const HugoDocument& document) const {
    std::string folder =
        document.is_bundle ? std::string(site::parent_folder(document.folder())) : document.folder();
    for (; !folder.empty(); folder = site::parent_folder(folder)) {
      if (bundles_.contains(folder)) {
        return true;
      }
    }
    return false;
  }

  void place_documents() {
    std::vector<std::string> addresses;
    for (const HugoDocument& document : documents_) {
      if (document.language.empty()) {
        addresses.push_back(document.served);
        if (document.is_section && document.served.ends_with('/')) {
          addresses.push_back(document.served + "x/");
        }
      }
    }
    ContentPaths paths(addresses);
    for (const HugoDocument& document : documents_) {
      if (document.language.empty() && document.is_published) {
        default_paths_[document.logical_path] = new_path(document, paths);
      }
    }
    for (const HugoDocument& document : documents_) {
      paths_.push_back(!document.is_published      ? ""
                       : document.language.empty() ? default_paths_[document.logical_path]
                                                   : translated_path(document, paths));
    }
  }

  bool has_resources(const HugoDocument& document) const {
    return std::any_of(resources_.begin(), resources_.end(), [&](const Resource& resource) {
      return site::is_within(resource.path, document.folder());
    });
  }

  std::string new_path(const HugoDocument& document, ContentPaths& paths) const {
    const bool is_placed_by_file =
        document.served.empty() || find_value(document.front, "url") != nullptr || is_patterned(document);
    if (document.is_section) {
      return paths.take_free("content/" + with_slash(hugo_path(document.folder(), config_.keeps_case)) +
                             "_index.md");
    }
    std::string path =
        is_placed_by_file
            ? paths.take_free("content/" + hugo_path(stem_of(document), config_.keeps_case) + ".md")
            : paths.take(document.served);
    if (document.is_bundle && has_resources(document) && !path.ends_with("_index.md")) {
      path = path.substr(0, path.size() - 3) + "/index.md";
    }
    return path;
  }

  bool is_patterned(const HugoDocument& document) const {
    const std::string folder = document.folder();
    return std::any_of(config_.permalinks.begin(), config_.permalinks.end(), [&](const auto& entry) {
      return !entry.first.empty() && site::is_within(folder, entry.first);
    });
  }

  static std::string with_slash(const std::string& folder) { return folder.empty() ? "" : folder + "/"; }

  static std::string stem_of(const HugoDocument& document) {
    return document.is_bundle ? document.folder()
                              : document.logical_path.substr(0, document.logical_path.rfind('.'));
  }

  /// Beside the page it translates: "a.fr.md".
  std::string translated_path(const HugoDocument& document, ContentPaths& paths) const {
    const auto original = default_paths_.find(document.logical_path);
    std::string path =
        original == default_paths_.end() ? "content/" + document.logical_path : original->second;
    path.insert(path.size() - 3, "." + document.language);
    return paths.take_free(path);
  }

  void convert_documents() {
    HugoPages pages(tree_, config_, site_);
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (!paths_[i].empty()) {
        pages.add(documents_[i], paths_[i]);
      }
    }
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (!paths_[i].empty()) {
        add_page(documents_[i], paths_[i], pages);
      }
    }
  }

  void add_page(const HugoDocument& document, const std::string& path, HugoPages& pages) {
    NewPage page;
    page.path = path;
    page.source = document.source;
    page.old_path = document.served;
    page.front = new_front(document);
    page.redirects = redirects_of(document);
    const std::string text = pages.convert(document);
    page.body = document.source.ends_with(".html") ? html_for_markdown(text) : text;
    site_.pages.push_back(std::move(page));
  }

  base::Data::Table new_front(const HugoDocument& document) {
    base::Data::Table front = convert_front(document.front, {kDroppedFields, config_.taxonomies, {}});
    if (const base::Data* params = find_value(document.front, "params");
        params != nullptr && params->as_table()) {
      for (const auto& [key, value] : *params->as_table()) {
        set_inner_value(front, "extra", key, value);
      }
    }
    if (document.date && find_value(front, "date") == nullptr && !document.is_section) {
      set_value(front, "date", *document.date);
    }
    if (document.is_section) {
      // Terms, dates and drafts are of pages alone.
      std::erase_if(front, [](const auto& entry) {
        return entry.first == "taxonomies" || entry.first == "date" || entry.first == "updated" ||
               entry.first == "authors";
      });
      set_value(front, "sort_by", "weight");
      set_value(front, "generate_feeds", true);
    }
    if (const std::string slug = text_value(document.front, "slug"); !slug.empty() && !document.is_section) {
      set_value(front, "slug", slug);
    }
    has_dates_ = has_dates_ || document.date.has_value();
    hide_by_date(document, front);
    return front;
  }

  void hide_by_date(const HugoDocument& document, base::Data::Table& front) {
    const auto expiry = date_value(find_value(document.front, "expirydate"), std::chrono::minutes{0});
    const auto publish = date_value(find_value(document.front, "publishdate"), std::chrono::minutes{0});
    if (expiry && expiry->moment <= now_) {
      set_value(front, "draft", true);
      site_.leave(document.source, 0, "it has expired, so it became a draft");
    } else if (expiry) {
      site_.leave(
          document.source, 0,
          "it expires on " + base::format_date(*expiry, "%F").value_or("") + ": Loom knows no such date",
          "make it a draft then");
    }
    if (publish && publish->moment > now_ && document.date && document.date->moment <= now_) {
      set_value(front, "draft", true);
      site_.leave(document.source, 0, "its `publishDate` is still to come, so it became a draft");
    }
  }

  /// Relative ones start at the folder of the page.
  std::vector<std::string> redirects_of(const HugoDocument& document) const {
    std::vector<std::string> redirects;
    for (const std::string& alias : list_value(find_value(document.front, "aliases"))) {
      const std::string folder =
          document.served.substr(0, document.served.rfind('/', document.served.size() - 2) + 1);
      redirects.push_back(alias.starts_with('/') ? alias : folder + alias);
    }
    return redirects;
  }

  void copy_files() {
    for (const Resource& resource : resources_) {
      if (resource.path.ends_with(".gotmpl")) {
        site_.leave(resource.file->path, 0, "Hugo makes pages with this file",
                    "write them as Markdown files");
      } else {
        copy_resource(resource);
      }
    }
    for (const std::string& folder : config_.static_folders) {
      for (const site::SourceFile& file : tree_.files_under(folder)) {
        site_.copies["static" + file.path.substr(folder.size())] = file.path;
      }
    }
    for (const site::SourceFile& file : tree_.files_under("data")) {
      site_.copies[file.path] = file.path;
    }
    for (const Part& part : kParts) {
      if (const site::SourceTree::Range files = tree_.files_under(part.folder); !files.empty()) {
        const auto count = std::distance(files.begin(), files.end());
        site_.leave(part.folder, 0, std::to_string(count) + " " + std::string(part.what),
                    std::string(part.hint));
      }
    }
  }

  struct Resource {
    const site::SourceFile* file = nullptr;
    /// Below the content folder.
    std::string path;
  };

  /// Files lie beside their page; those that belong to no bundle keep their address under static/.
  void copy_resource(const Resource& resource) {
    for (std::string folder(site::parent_folder(resource.path));; folder = site::parent_folder(folder)) {
      for (const std::string_view name : {"index.md", "_index.md"}) {
        const auto owner = default_paths_.find(with_slash(folder) + std::string(name));
        if (owner != default_paths_.end()) {
          const std::string below = resource.path.substr(folder.empty() ? 0 : folder.size() + 1);
          const std::string home = owner->second.substr(0, owner->second.rfind('/') + 1);
          site_.copies[home + below] = resource.file->path;
          return;
        }
      }
      if (folder.empty()) {
        break;
      }
    }
    site_.copies["static/" + hugo_path(resource.path, config_.keeps_case)] = resource.file->path;
  }

  void set_config() {
    const base::Data::Table& data = config_.data;
    const std::string url = text_value(data, "baseurl");
    set_value(site_.config, "base_url", url.empty() || url == "/" ? "https://example.org" : url);
    set_value(site_.config, "title", text_value(data, "title"));
    const base::Data* description = find_nested(data, "params.description");
    set_value(site_.config, "description", description == nullptr ? base::Data() : *description);
    set_value(site_.config, "default_language", config_.default_language);
    base::Data::Array taxonomies;
    for (const std::string& name : config_.taxonomies) {
      taxonomies.push_back(base::Data::Table{{"name", name}, {"feed", true}});
    }
    set_value(site_.config, "taxonomies", std::move(taxonomies));
    set_value(site_.config, "publish_future", is_set(data, "buildfuture"));
    set_value(site_.config, "generate_feeds", true);
    set_value(site_.config, "feed_filenames", base::Data::Array{"index.xml"});
    site_.texts["templates/index.xml"] = "{% include \"rss.xml\" %}\n";
    set_value(site_.config, "slugify", base::Data::Table{{"paths", "safe"}});
    set_permalinks();
    set_markdown();
    set_languages();
    set_value(site_.config, "link_checker", base::Data::Table{{"internal_level", "warn"}});
    set_extra();
  }

  void set_permalinks() {
    base::Data::Table permalinks;
    for (const auto& [section, pattern] : config_.permalinks) {
      const auto converted = loom_pattern_of_hugo(pattern);
      if (converted && tree_.has_folder(config_.content_folders[0].folder + "/" + section)) {
        set_value(permalinks, section.empty() ? "/" : section, *converted);
      }
    }
    if (config_.ugly_urls) {
      set_value(permalinks, "/", "/:sections/:slug.html");
    }
    if (!permalinks.empty()) {
      set_value(site_.config, "permalinks", std::move(permalinks));
    }
  }

  void set_markdown() {
    base::Data::Table markdown = {{"smart_punctuation", true}};
    if (is_set(config_.data, "enableemoji")) {
      set_value(markdown, "render_emoji", true);
    }
    const bool has_definitions = std::any_of(site_.pages.begin(), site_.pages.end(), [](const NewPage& page) {
      return page.body.find("\n: ") != std::string::npos;
    });
    if (has_definitions) {
      set_value(markdown, "definition_list", true);
    }
    set_value(site_.config, "markdown", std::move(markdown));
  }

  void set_languages() {
    base::Data::Table languages;
    for (const std::string& code : config_.languages) {
      const base::Data* title = find_nested(config_.data, "languages." + code + ".title");
      base::Data::Table language = {{"title", title == nullptr ? base::Data(code) : *title}};
      set_value(languages, code, std::move(language));
    }
    set_value(site_.config, "languages", std::move(languages));
  }

  void set_extra() {
    base::Data::Table extra;
    for (const std::string_view menus : {"menus", "menu"}) {
      for (const std::string_view name : {"main", "global"}) {
        base::Data::Array links = menu_links(std::string(menus) + "." + std::string(name));
        if (!links.empty() && find_value(extra, "nav") == nullptr) {
          set_value(extra, "nav", std::move(links));
        }
      }
      if (base::Data::Array links = menu_links(std::string(menus) + ".footer"); !links.empty()) {
        set_value(extra, "footer_nav", std::move(links));
      }
    }
    set_value(site_.config, "extra", std::move(extra));
  }

  base::Data::Array menu_links(const std::string& path) const {
    const base::Data* menu = find_nested(config_.data, path);
    std::vector<std::pair<std::int64_t, base::Data>> links;
    for (const base::Data& item :
         menu == nullptr || menu->as_array() == nullptr ? base::Data::Array{} : *menu->as_array()) {
      if (item.as_table() == nullptr) {
        continue;
      }
      const std::string url = text_value(*item.as_table(), "url");
      const std::string page = text_value(*item.as_table(), "pageref");
      const base::Data* weight = item.find("weight");
      links.emplace_back(weight != nullptr && weight->as_integer() != nullptr ? *weight->as_integer() : 0,
                         base::Data::Table{{"name", text_value(*item.as_table(), "name")},
                                           {"url", url.empty() ? page : url}});
    }
    std::stable_sort(links.begin(), links.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    base::Data::Array sorted;
    for (auto& [weight, link] : links) {
      sorted.push_back(std::move(link));
    }
    return sorted;
  }

  const site::SourceTree& tree_;
  HugoConfig config_;
  NewSite site_;
  base::UnixTime now_;
  std::vector<HugoDocument> documents_;
  std::vector<Resource> resources_;
  HugoCascades cascades_;
  std::set<std::string, std::less<>> bundles_;
  /// Logical path -> path in the new site, of the default language.
  std::map<std::string, std::string, std::less<>> default_paths_;
  /// Of each document: its file in the new site, "" for one that has none.
  std::vector<std::string> paths_;
  bool has_dates_ = false;
};

}  // namespace

base::Result<NewSite> convert_hugo(const site::SourceTree& tree, base::UnixTime now) {
  NewSite site;
  HugoConfig config = read_hugo_config(tree, site);
  if (config.file.empty()) {
    return base::Error(
        "there is no hugo.toml, config.toml or config/_default: name the folder of a Hugo site");
  }
  return Converter(tree, std::move(config), std::move(site), now).convert();
}

}  // namespace loom::migration
