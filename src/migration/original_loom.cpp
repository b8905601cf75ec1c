#include "migration/original_loom.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/date_time.h"
#include "migration/shortcode_text.h"
#include "migration/site_files.h"
#include "migration/source_folder.h"
#include "site/permalink.h"

namespace loom::migration {

namespace {

constexpr std::string_view kConfigName = "site.conf";

struct Setting {
  std::string key;
  std::string value;
  std::uint32_t line = 0;
};

std::string unquoted(std::string_view text) {
  const bool has_quotes =
      text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.front() == text.back();
  return std::string(has_quotes ? text.substr(1, text.size() - 2) : text);
}

/// Lines "key<separator>value"; blank lines and "#" lines are passed over.
std::vector<Setting> parse_settings(std::string_view text, char separator, std::uint32_t first_line) {
  std::vector<Setting> settings;
  std::uint32_t number = first_line;
  for (const std::string_view raw : base::split(text, '\n')) {
    const std::string_view line = base::trim(raw);
    const std::size_t at = line.find(separator);
    if (at != std::string_view::npos && at != 0 && line.front() != '#') {
      settings.push_back(
          {std::string(base::trim(line.substr(0, at))), unquoted(base::trim(line.substr(at + 1))), number});
    }
    ++number;
  }
  return settings;
}

struct Document {
  std::vector<Setting> metadata;
  std::string body;
};

/// The block must start at the first byte; without an end all of the text is body, as the engine had it.
Document split_document(const std::string& text) {
  const std::size_t first = text.find('\n');
  if (!text.starts_with("---") || first == std::string::npos) {
    return {{}, text};
  }
  const std::size_t end = text.find("\n---", first - 1);
  if (end == std::string::npos) {
    return {{}, text};
  }
  const std::size_t body = text.find('\n', end + 1);
  return {
      parse_settings(std::string_view(text).substr(first + 1, std::max(end, first + 1) - first - 1), ':', 2),
      body == std::string::npos ? "" : text.substr(body + 1)};
}

std::vector<std::string> parse_tags(std::string_view text) {
  std::vector<std::string> tags;
  for (const std::string_view part : base::split(text, ',')) {
    std::string_view tag = base::trim(part);
    while (!tag.empty() && (tag.front() == '[' || base::is_space(tag.front()))) {
      tag.remove_prefix(1);
    }
    while (!tag.empty() && (tag.back() == ']' || base::is_space(tag.back()))) {
      tag.remove_suffix(1);
    }
    if (!tag.empty()) {
      tags.push_back(unquoted(tag));
    }
  }
  return tags;
}

class Converter {
 public:
  explicit Converter(const site::SourceTree& tree) : tree_(tree) {}

  NewSite convert() {
    if (const site::SourceFile* file = tree_.find(kConfigName)) {
      read_config(text_of(*file));
    }
    for (const site::SourceFile& file : tree_.files()) {
      convert_file(file);
    }
    add_lists();
    set_defaults();
    return std::move(site_);
  }

 private:
  void read_config(const std::string& text) {
    for (const Setting& setting : parse_settings(text, '=', 1)) {
      read_setting(setting);
    }
  }

  void read_setting(const Setting& setting) {
    static const std::map<std::string_view, std::string_view> kSame = {
        {"title", "title"}, {"description", "description"}, {"author", "author"}, {"base_url", "base_url"}};
    static const std::map<std::string_view, std::string_view> kSwitches = {
        {"show_reading_time", "show_reading_time"}, {"show_breadcrumbs", "breadcrumbs"}};
    const std::string& key = setting.key;
    if (const auto same = kSame.find(key); same != kSame.end()) {
      set_value(site_.config, same->second, setting.value);
    } else if (key == "posts_per_page") {
      const auto count = base::parse_unsigned(setting.value);
      posts_per_page_ = static_cast<std::int64_t>(std::min<std::uint64_t>(count.value_or(12), 10'000));
    } else if (const auto known = kSwitches.find(key); known != kSwitches.end()) {
      set_value(extra_, known->second, setting.value == "true");
    } else if (key == "nav" || key == "footer_links") {
      set_value(extra_, key == "nav" ? "nav" : "footer_nav", parse_links(setting));
    } else if (key == "footer_copyright") {
      set_value(extra_, "footer_html", setting.value);
    } else if (key == "custom_head_html") {
      set_value(extra_, "head_html", setting.value);
    } else if (key == "custom_css") {
      site_.texts["static/custom.css"] = setting.value + "\n";
      set_value(extra_, "stylesheets", base::Data::Array{"/custom.css"});
    } else if (key == "date_format") {
      set_value(extra_, "date_format", setting.value);
    } else if (key == "external_links_new_tab") {
      external_links_new_tab_ = setting.value == "true";
    } else {
      site_.leave(kConfigName, setting.line, "`" + key + "` has no counterpart",
                  "the built-in theme has settings of its own under [extra]");
    }
  }

  /// "Label:url, Label:url"; the address may hold colons, the label may not.
  base::Data parse_links(const Setting& setting) {
    base::Data::Array links;
    for (const std::string_view part : base::split(setting.value, ',')) {
      const std::string_view link = base::trim(part);
      const std::size_t colon = link.find(':');
      if (colon == std::string_view::npos) {
        site_.leave(kConfigName, setting.line, "`" + std::string(link) + "` is no \"Label:url\"");
        continue;
      }
      links.push_back(base::Data::Table{{"name", std::string(base::trim(link.substr(0, colon)))},
                                        {"url", std::string(base::trim(link.substr(colon + 1)))}});
    }
    return links;
  }

  void convert_file(const site::SourceFile& file) {
    const std::vector<std::string_view> parts = base::split(file.path, '/');
    const bool is_post = parts[0] == "posts" && parts.size() > 1 && parts.back().ends_with(".md");
    if (file.path == kConfigName) {
      return;
    }
    if (is_post && parts.size() <= 3) {
      add_post(file, parts);
    } else if (parts[0] == "pages" && parts.size() == 2 && parts[1].ends_with(".md")) {
      add_page(file);
    } else if (file.path == "theme/style.css") {
      site_.leave(file.path, 0, "the style sheet was written for another theme",
                  "name it under `stylesheets` in [extra], or take over what you need");
      site_.copies["static/theme/style.css"] = file.path;
    } else if (is_post) {
      site_.leave(file.path, 0, "the old engine did not publish it: it lies too deep",
                  "copy it to content/posts/ if it is wanted");
    } else {
      site_.copies["static/" + file.path] = file.path;
    }
  }

  NewPage make_page(const site::SourceFile& file, std::string& slug) {
    Document document = split_document(text_of(file));
    NewPage page;
    page.source = file.path;
    page.body = escape_shortcodes(document.body);
    for (const Setting& field : document.metadata) {
      read_field(field, page, slug);
    }
    if (find_value(page.front, "title") == nullptr) {
      set_value(page.front, "title", slug);
    }
    return page;
  }

  void read_field(const Setting& field, NewPage& page, std::string& slug) {
    if (field.key == "slug" && !field.value.empty()) {
      slug = field.value;
    } else if (field.key == "title") {
      set_value(page.front, "title", field.value);
    } else if (field.key == "excerpt") {
      set_value(page.front, "description", field.value);
    } else if (field.key == "draft" || field.key == "featured") {
      if (field.value == "true") {
        field.key == "draft" ? set_value(page.front, "draft", true) : set_extra(page, "featured", true);
      }
    } else if (field.key == "image") {
      set_extra(page, "image", field.value);
    } else if (field.key == "tags") {
      set_terms(page, "tags", parse_tags(field.value));
    } else if (field.key == "date") {
      const auto date = base::parse_date_time(field.value);
      date ? set_value(page.front, "date", *date)
           : site_.leave(page.source, field.line, "`" + field.value + "` is no date",
                         "give the page a `date`");
    } else {
      site_.leave(page.source, field.line, "`" + field.key + "` was not read by the old engine",
                  "it stands under [extra] now");
      set_extra(page, field.key, field.value);
    }
  }

  static void set_inner(NewPage& page, std::string_view table, std::string_view key, base::Data value) {
    const base::Data* inner = find_value(page.front, table);
    base::Data::Table entries = inner == nullptr ? base::Data::Table{} : *inner->as_table();
    set_value(entries, key, std::move(value));
    set_value(page.front, table, std::move(entries));
  }

  static void set_extra(NewPage& page, std::string_view key, base::Data value) {
    set_inner(page, "extra", key, std::move(value));
  }

  void set_terms(NewPage& page, std::string_view taxonomy, const std::vector<std::string>& terms) {
    set_inner(page, "taxonomies", taxonomy, array_of(terms));
    if (taxonomy == "tags") {
      tags_.insert(terms.begin(), terms.end());
    }
  }

  static std::string stem(std::string_view name) { return std::string(name.substr(0, name.rfind('.'))); }

  void add_post(const site::SourceFile& file, const std::vector<std::string_view>& parts) {
    std::string slug = stem(parts.back());
    NewPage page = make_page(file, slug);
    if (slug != stem(parts.back())) {
      set_value(page.front, "slug", slug);
    }
    if (parts.size() == 3) {
      set_terms(page, "series", {std::string(parts[1])});
      has_series_ = true;
    }
    if (find_value(page.front, "date") == nullptr) {
      site_.leave(page.source, 0, "it has no date: the old engine took the moment of each start",
                  "give it a `date`");
    }
    page.path = "content/" + file.path;
    page.old_path = "/post/" + slug + "/";
    site_.pages.push_back(std::move(page));
  }

  void add_page(const site::SourceFile& file) {
    const std::string name = stem(file.path.substr(file.path.rfind('/') + 1));
    std::string slug = name;
    NewPage page = make_page(file, slug);
    page.path = "content/" + slug + ".md";
    page.old_path = "/" + slug + "/";
    site_.pages.push_back(std::move(page));
  }

  void add_section(std::string path, base::Data::Table front) {
    site_.pages.push_back({std::move(path), std::string(kConfigName), std::move(front), "", "", {}});
  }

  /// The lists that the engine made by itself.
  void add_lists() {
    add_section("content/_index.md", {{"sort_by", "date"}, {"paginate_by", posts_per_page_}});
    add_section(
        "content/posts/_index.md",
        {{"title", "Posts"}, {"sort_by", "date"}, {"transparent", true}, {"permalink", "/post/:slug/"}});
    std::set<std::string> series;
    for (const NewPage& page : site_.pages) {
      const std::vector<std::string_view> parts = base::split(page.path, '/');
      if (parts.size() == 4 && parts[1] == "posts") {
        series.emplace(parts[2]);
      }
    }
    for (const std::string& name : series) {
      add_section("content/posts/" + name + "/_index.md",
                  {{"title", name}, {"sort_by", "date"}, {"transparent", true}});
    }
    site_.pages.push_back({"content/archives.md",
                           std::string(kConfigName),
                           {{"title", "Archives"},
                            {"template", "archive.html"},
                            {"extra", base::Data::Table{{"section", "posts/_index.md"}}}},
                           "",
                           "/archives/",
                           {}});
    for (const std::string& tag : tags_) {
      site_.texts["static/tag/" + tag + "/index.html"] =
          render_redirect("/tags/" + site::slugify_path(tag, site::SlugifyMode::On) + "/");
    }
    site_.lost_paths.push_back({"/search", "the new site has no page of search results"});
    site_.lost_paths.push_back({"/search.json", "it was the index of that page"});
  }

  void set_defaults() {
    base::Data::Array taxonomies;
    if (!tags_.empty()) {
      taxonomies.push_back(base::Data::Table{{"name", "tags"}});
    }
    if (has_series_) {
      taxonomies.push_back(base::Data::Table{{"name", "series"}});
    }
    set_value(site_.config, "taxonomies", std::move(taxonomies));
    set_value(site_.config, "publish_future", false);
    set_value(site_.config, "generate_feeds", true);
    set_value(site_.config, "feed_filenames", base::Data::Array{"feed.xml"});
    site_.texts["templates/feed.xml"] = "{% include \"rss.xml\" %}\n";
    base::Data::Table markdown = {{"smart_punctuation", true}};
    if (external_links_new_tab_) {
      set_value(markdown, "external_links_target_blank", true);
    }
    set_value(site_.config, "markdown", std::move(markdown));
    set_value(site_.config, "link_checker", base::Data::Table{{"internal_level", "warn"}});
    set_value(site_.config, "extra", extra_);
  }

  const site::SourceTree& tree_;
  NewSite site_;
  base::Data::Table extra_;
  std::set<std::string> tags_;
  std::int64_t posts_per_page_ = 12;
  bool has_series_ = false;
  bool external_links_new_tab_ = false;
};

}  // namespace

base::Result<NewSite> convert_original_loom(const site::SourceTree& tree) {
  if (tree.find(kConfigName) == nullptr && !tree.has_folder("posts") && !tree.has_folder("pages")) {
    return base::Error(
        "there is no site.conf, and no posts or pages: name the content folder of the old site");
  }
  return Converter(tree).convert();
}

}  // namespace loom::migration
