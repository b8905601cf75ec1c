// A site that changes by chance, the same way for the same seed: what an author does to one over a day,
// mistakes included.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/date_time.h"
#include "site/source_tree.h"
#include "support/random_site_templates.h"

namespace loom::support {

class RandomSite {
 public:
  explicit RandomSite(std::uint64_t seed);

  /// Does one thing to the site and says what: "title of content/posts/p3.md".
  std::string edit();

  site::SourceTree tree() const;
  base::UnixTime now() const { return now_; }
  bool shows_drafts() const { return shows_drafts_; }

 private:
  enum class Kind { OwnTemplates, ZolaWithOwnTemplates, BuiltInTheme, Bare };

  struct Page {
    std::string title;
    std::optional<int> day;
    std::optional<int> updated_day;
    std::optional<int> weight;
    std::string slug;
    std::string alias;
    std::string template_name;
    std::vector<std::string> tags;
    std::vector<std::string> series;
    std::string body;
    bool draft = false;
    bool render = true;
    bool is_broken = false;
    /// Lines as they stand in the front matter, of sections.
    std::map<std::string, std::string> fields;
  };

  std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <typename Item>
  const Item& one_of(const std::vector<Item>& items) {
    return items[below(items.size())];
  }

  std::string words();
  std::string body();
  std::vector<std::string> terms(const std::vector<std::string>& from);
  std::string page_path();
  Page new_page();
  Page& any_page(std::string& path);
  std::string page_text(const Page& page) const;
  std::string config_text() const;
  bool has_own_templates() const {
    return kind_ == Kind::OwnTemplates || kind_ == Kind::ZolaWithOwnTemplates;
  }

  void add_templates();
  /// "" when nothing is broken.
  std::string mend();
  std::string edit_page();
  std::string edit_section();
  std::string edit_tree();
  std::string edit_template();
  std::string edit_config();
  std::string edit_other_file();
  std::string edit_clock();
  std::string edit_language();
  std::string edit_theme();
  void add_theme();

  std::mt19937_64 random_;
  Kind kind_ = Kind::OwnTemplates;
  std::string prefix_ = "content/";
  std::map<std::string, Page> pages_;
  std::map<std::string, std::string> files_;
  /// What was taken away or broken, to be mended later: path and text.
  std::map<std::string, std::string> lost_;
  std::map<std::string, std::string> config_;
  std::uint64_t counter_ = 0;
  base::UnixTime now_;
  bool shows_drafts_ = false;
  bool has_strict_links_ = false;
  bool has_french_ = false;
  std::string french_text_ = "plus";
};

inline RandomSite::RandomSite(std::uint64_t seed)
    : random_(seed), now_(base::parse_date_time("2026-01-10T00:00:00Z")->moment) {
  const std::size_t dice = below(10);
  kind_ = dice < 5                 ? Kind::OwnTemplates
          : dice < 7               ? Kind::ZolaWithOwnTemplates
          : dice < 8 && chance(50) ? Kind::BuiltInTheme
                                   : Kind::Bare;
  config_ = {{"base_url", "\"https://example.org\""}, {"title", "\"Site\""}};
  if (kind_ == Kind::Bare) {
    prefix_ = "";
  }
  if (has_own_templates()) {
    add_templates();
  }
  files_["static/style.css"] = "body { color: red }\n";
  files_["static/css/main.css"] = "@import 'part.css';\nbody { color: red }\n";
  files_["static/css/part.css"] = "p { color: blue }\n";
  if (chance(40)) {
    config_["build_search_index"] = "true";
  }
  if (chance(30)) {
    config_["minify_html"] = "true";
  }
  files_["data/nav.toml"] = "label = \"first\"\n";
  if (chance(50)) {
    config_["feed_limit"] = "2";
  }
  Page front = new_page();
  front.fields = {{"sort_by", "\"title\""}, {"generate_feeds", chance(50) ? "true" : "false"}};
  pages_[prefix_ + "_index.md"] = front;
  pages_[prefix_ + "posts/_index.md"] = front;
  for (const char* name :
       {"posts/p1.md", "posts/p2.md", "posts/p3.md", "notes/n1.md", "about.md", "posts/bundle/index.md"}) {
    pages_[prefix_ + name] = new_page();
  }
  files_[prefix_ + "posts/bundle/cat.png"] = "png";
  if (kind_ != Kind::Bare) {
    add_theme();
    for (const char* name : {"posts/_index.fr.md", "posts/p1.fr.md", "posts/bundle/index.fr.md"}) {
      if (chance(40)) {
        pages_[prefix_ + name] = new_page();
      }
    }
    has_french_ = chance(40);
  }
}

/// For what the site leaves out, where the configuration names it.
inline void RandomSite::add_theme() {
  files_["themes/paper/theme.toml"] = "name = \"paper\"\n[extra]\nlabel = \"paper\"\n";
  files_["themes/paper/templates/page.html"] = "paper {{ page.title }} {{ config.extra.label }}\n";
  files_["themes/paper/templates/partials/banner.html"] = "banner of paper\n";
  files_["themes/paper/static/paper.css"] = "p {}\n";
}

inline void RandomSite::add_templates() {
  for (const auto& [name, text] : random_site_texts::templates()) {
    files_["templates/" + name] = text;
  }
}

inline std::string RandomSite::words() {
  static const std::vector<std::string> kWords = {"amber", "birch", "cedar", "delta", "ember",
                                                  "fjord", "grove", "heath", "inlet", "juniper"};
  std::string text;
  for (std::size_t i = 0, count = 1 + below(3); i < count; ++i) {
    text += (i == 0 ? "" : " ") + one_of(kWords);
  }
  return text;
}

inline std::string RandomSite::body() {
  std::string text = words() + ".\n";
  if (chance(30)) {
    text += "\n## " + words() + "\n";
  }
  if (has_own_templates() && chance(30)) {
    text += "\n{% note(a=1) %}" + words() + " {{ note() }}{% end %}\n\n{{ part() }}\n";
  }
  if (chance(20)) {
    text += "\n<!-- more -->\n\n" + words() + "\n";
  } else if (chance(15)) {
    text += "\n" + words() + " <!-- more --> " + words() + "\n";
  }
  if (chance(40) && !pages_.empty()) {
    std::string path;
    any_page(path);
    text += "\n[there](@/" + path.substr(prefix_.size()) + ")\n";
  }
  if (chance(15)) {
    text += "\n![cat](cat.png)" + std::string(chance(15) ? " [next](p2.md)" : "") + "\n";
  }
  return text;
}

inline std::vector<std::string> RandomSite::terms(const std::vector<std::string>& from) {
  std::vector<std::string> chosen;
  for (const std::string& term : from) {
    if (chance(35)) {
      chosen.push_back(term);
    }
  }
  return chosen;
}

inline RandomSite::Page RandomSite::new_page() {
  Page page;
  page.title = words();
  page.body = body();
  page.tags = terms({"red", "green", "blue"});
  page.series = terms({"tour"});
  if (chance(70)) {
    page.day = static_cast<int>(1 + below(28));
  }
  if (chance(30)) {
    page.weight = static_cast<int>(below(5));
  }
  return page;
}

inline RandomSite::Page& RandomSite::any_page(std::string& path) {
  const auto at = std::next(pages_.begin(), static_cast<std::ptrdiff_t>(below(pages_.size())));
  path = at->first;
  return at->second;
}

inline std::string RandomSite::page_text(const Page& page) const {
  const auto list = [](const std::vector<std::string>& items) {
    std::string text = "[";
    for (const std::string& item : items) {
      text += (text.size() > 1 ? ", \"" : "\"") + item + "\"";
    }
    return text + "]\n";
  };
  const auto day = [](int number) {
    return "2026-01-" + std::string(number < 10 ? "0" : "") + std::to_string(number);
  };
  std::string text = "+++\ntitle = \"" + page.title + "\"\n";
  if (page.is_broken) {
    text += "title = = broken\n";
  }
  for (const auto& [key, value] : page.fields) {
    text += key + " = " + value + "\n";
  }
  if (page.fields.empty()) {
    text += page.day ? "date = " + day(*page.day) + "\n" : "";
    text += page.updated_day ? "updated = " + day(*page.updated_day) + "\n" : "";
    text += page.slug.empty() ? "" : "slug = \"" + page.slug + "\"\n";
  }
  text += page.weight ? "weight = " + std::to_string(*page.weight) + "\n" : "";
  text += page.alias.empty() ? "" : "aliases = [\"" + page.alias + "\"]\n";
  text += page.template_name.empty() ? "" : "template = \"" + page.template_name + "\"\n";
  text += page.draft ? "draft = true\n" : "";
  text += page.render ? "" : "render = false\n";
  if (page.fields.empty()) {
    text += "[taxonomies]\ntags = " + list(page.tags);
    text += page.series.empty() ? "" : "series = " + list(page.series);
  }
  return text + "+++\n" + page.body;
}

inline std::string RandomSite::config_text() const {
  std::string text;
  for (const auto& [key, value] : config_) {
    text += key + " = " + value + "\n";
  }
  if (!config_.contains("taxonomies")) {
    text +=
        "taxonomies = [{ name = \"tags\", feed = true, paginate_by = 2 }, { name = \"series\", feed = false "
        "}]\n";
  }
  text += "[translations]\nmore = \"more\"\n";
  if (has_french_) {
    text +=
        "[languages.fr]\ntitle = \"Carnet\"\ngenerate_feeds = true\ntaxonomies = [{ name = \"tags\", feed = "
        "true }, "
        "{ name = \"series\" }]\n[languages.fr.translations]\nmore = \"" +
        french_text_ + "\"\n";
  }
  return text + "[link_checker]\ninternal_level = \"" + (has_strict_links_ ? "error" : "warn") + "\"\n";
}

inline site::SourceTree RandomSite::tree() const {
  site::SourceTree tree;
  for (const auto& [path, text] : files_) {
    tree.put(site::make_source_file(path, text));
  }
  for (const auto& [path, page] : pages_) {
    tree.put(site::make_source_file(path, page_text(page)));
  }
  if (kind_ != Kind::Bare) {
    tree.put(site::make_source_file(kind_ == Kind::ZolaWithOwnTemplates ? "config.toml" : "loom.toml",
                                    config_text()));
  }
  return tree;
}

inline std::string RandomSite::edit() {
  if (const std::string mended = chance(50) ? mend() : ""; !mended.empty()) {
    return mended;
  }
  if (kind_ != Kind::Bare && chance(10)) {
    return chance(60) ? edit_language() : edit_theme();
  }
  const std::size_t dice = below(100);
  return dice < 40   ? edit_page()
         : dice < 52 ? edit_section()
         : dice < 68 ? edit_tree()
         : dice < 80 ? edit_template()
         : dice < 87 ? edit_config()
         : dice < 96 ? edit_other_file()
                     : edit_clock();
}

inline std::string RandomSite::mend() {
  if (!lost_.empty()) {
    const auto mended = *lost_.begin();
    files_[mended.first] = mended.second;
    lost_.erase(lost_.begin());
    return "mended " + mended.first;
  }
  for (auto& [path, page] : pages_) {
    if (page.is_broken || page.template_name == "lookup.html") {
      page.is_broken = false;
      page.template_name.clear();
      return "mended " + path;
    }
  }
  has_strict_links_ = false;
  return "";
}

inline std::string RandomSite::edit_page() {
  std::string path;
  Page& page = any_page(path);
  const auto maybe_day = [&] { return chance(70) ? std::optional<int>(1 + below(28)) : std::nullopt; };
  switch (below(13)) {
    case 0:
      page.title = words();
      return "title of " + path;
    case 1:
      page.day = maybe_day();
      return "date of " + path;
    case 2:
      page.updated_day = maybe_day();
      return "updated of " + path;
    case 3:
      page.draft = !page.draft && !path.ends_with("_index.md");
      return "draft of " + path;
    case 4:
      page.slug = chance(50) ? "" : "slug-" + std::to_string(below(20));
      return "slug of " + path;
    case 5:
      page.weight = chance(50) ? std::optional<int>(static_cast<int>(below(5))) : std::nullopt;
      return "weight of " + path;
    case 6:
      page.tags = terms({"red", "green", "blue"});
      return "tags of " + path;
    case 7:
      page.series = terms({"tour"});
      return "series of " + path;
    case 8:
      page.alias = chance(50) ? "" : "old/" + std::to_string(below(30));
      return "alias of " + path;
    case 9:
      if (has_own_templates() && !path.ends_with("_index.md")) {
        page.template_name = one_of<std::string>({"", "other.html", "lookup.html", "page.html"});
        return "template of " + path;
      }
      [[fallthrough]];
    case 10:
      page.render = chance(80);
      return "render of " + path;
    case 11:
      page.is_broken = !page.is_broken && chance(50);
      return "brokenness of " + path;
    default:
      page.body = body();
      return "body of " + path;
  }
}

inline std::string RandomSite::edit_section() {
  const std::string path = prefix_ + one_of<std::string>({"", "posts/", "notes/"}) + "_index.md";
  if (!pages_.contains(path) || chance(15)) {
    const bool was_there = pages_.erase(path) != 0;
    if (was_there) {
      return "removed " + path;
    }
    pages_[path] = new_page();
    pages_[path].fields = {{"sort_by", "\"date\""}};
    return "added " + path;
  }
  using Choice = std::pair<std::string, std::vector<std::string>>;
  const Choice choice = one_of<Choice>({{"sort_by", {"\"date\"", "\"title\"", "\"weight\"", "\"none\""}},
                                        {"paginate_by", {"0", "1", "2", "5"}},
                                        {"paginate_reversed", {"true", "false"}},
                                        {"transparent", {"true", "false"}},
                                        {"generate_feeds", {"true", "false"}},
                                        {"insert_anchor_links", {"\"left\"", "\"none\""}},
                                        {"in_search_index", {"true", "false"}},
                                        {"permalink", {"\"/:section/x-:slug.html\"", "\"/:title/:slug/\""}},
                                        {"page_template", {"\"other.html\"", "\"page.html\""}}});
  if (choice.first == "page_template" && !has_own_templates()) {
    return "nothing";
  }
  pages_[path].fields[choice.first] = one_of(choice.second);
  return choice.first + " of " + path;
}

inline std::string RandomSite::edit_tree() {
  std::string path;
  const Page page = any_page(path);
  const std::string folder = prefix_ + one_of<std::string>({"", "posts/", "notes/", "posts/deep/"});
  const std::string fresh =
      folder + one_of<std::string>({"p", "2026-01-05-q"}) + std::to_string(below(9)) + ".md";
  switch (below(4)) {
    case 0:
      pages_.insert_or_assign(fresh, new_page());
      return "new file " + fresh;
    case 1:
      pages_.erase(path);
      if (pages_.empty()) {
        pages_[path] = page;
      }
      return "removed " + path;
    case 2:
      if (!path.ends_with("index.md")) {
        pages_.erase(path);
        pages_.insert_or_assign(fresh, page);
      }
      return "moved " + path + " to " + fresh;
    default: {
      const std::string asset = prefix_ + one_of<std::string>({"posts/bundle/dog.png", "posts/extra.png"});
      if (files_.erase(asset) == 0) {
        files_[asset] = words();
      }
      return "file " + asset + " came or went";
    }
  }
}

inline std::string RandomSite::edit_template() {
  if (!has_own_templates()) {
    const std::string path = "templates/assets/style.css";
    files_[path] = "/* " + std::to_string(++counter_) + " */\n";
    return "theme asset " + path;
  }
  const std::string path = "templates/" + one_of(random_site_texts::templates()).first;
  switch (below(7)) {
    case 0:
      lost_.try_emplace(path, files_[path]);
      files_[path] = "{% if %}\n";
      return "broke " + path;
    case 1:
      lost_.try_emplace(path, files_[path]);
      files_.erase(path);
      return "removed " + path;
    case 2:
      if (files_.erase("templates/partials/banner.html") == 0) {
        files_["templates/partials/banner.html"] = "banner " + words() + "\n";
      }
      return "partials/banner.html came or went";
    case 6: {
      const std::string name = one_of<std::string>({"anchor-link.html", "summary-cutoff.html"});
      if (files_.erase("templates/" + name) == 0) {
        files_["templates/" + name] = "[{{ lang }}{% include \"partials/banner.html\" ignore missing %}]";
      }
      return name + " came or went";
    }
    case 3:
      if (files_.erase("templates/tags/single.html") == 0) {
        files_["templates/tags/single.html"] = "tag {{ term.name }} {{ term.page_count }}\n";
      }
      return "tags/single.html came or went";
    default: {
      const auto file = files_.find(path);
      if (file != files_.end()) {
        file->second += path.ends_with("macros.html") ? "{# " + words() + " #}" : words() + "\n";
      }
      return "text of " + path;
    }
  }
}

inline std::string RandomSite::edit_config() {
  using Choice = std::pair<std::string, std::vector<std::string>>;
  const Choice choice =
      one_of<Choice>({{"title", {"\"One\"", "\"Two\""}},
                      {"base_url", {"\"https://example.org\"", "\"https://example.org/sub\""}},
                      {"generate_feeds", {"true", "false"}},
                      {"feed_limit", {"1", "2", "20"}},
                      {"publish_future", {"true", "false"}},
                      {"exclude_paginated_pages_in_sitemap", {"\"all\"", "\"none\""}},
                      {"taxonomies", {"[{ name = \"tags\" }, { name = \"series\", paginate_by = 1 }]"}},
                      {"permalinks",
                       {"{ posts = \"/:tags/:slug/\" }", "{ posts = \"/n/:filename.html\" }",
                        "{ \"/\" = \"/all/:section/:slug/\" }"}},
                      {"build_search_index", {"true", "false"}},
                      {"minify_html", {"true", "false"}},
                      {"titel", {"\"misspelt\""}}});
  if (chance(10)) {
    has_strict_links_ = true;
    return "strict links";
  }
  if (config_.contains(choice.first) && choice.first != "base_url" && choice.first != "title" && chance(40)) {
    config_.erase(choice.first);
    return "config without " + choice.first;
  }
  config_[choice.first] = one_of(choice.second);
  return "config " + choice.first;
}

inline std::string RandomSite::edit_other_file() {
  const std::string path = one_of<std::string>({"data/nav.toml", "static/style.css", "static/data/nav.toml",
                                                "static/robots.txt", "static/sub/index.html",
                                                "static/cat.txt", "static/dot.bmp", "static/css/part.css"});
  if (chance(30) && files_.erase(path) != 0) {
    return "removed " + path;
  }
  if (path.ends_with(".bmp")) {
    const std::string picture = random_site_texts::bitmap(1 + below(5), 1 + below(5));
    files_[path] = chance(10) ? picture.substr(0, 60) : picture;
    return "picture of " + path;
  }
  const bool is_toml = path.ends_with(".toml");
  files_[path] = is_toml ? (chance(15) ? "label = = 1\n" : "label = \"" + words() + "\"\n") : words() + "\n";
  return "text of " + path;
}

/// A language comes or goes, a page gets or loses its French version, or a text of the templates is
/// translated otherwise.
inline std::string RandomSite::edit_language() {
  if (chance(25)) {
    has_french_ = !has_french_;
    return has_french_ ? "with French" : "without French";
  }
  if (chance(20)) {
    french_text_ = words();
    return "French for `more`";
  }
  std::string path;
  const Page page = any_page(path);
  if (path.ends_with(".fr.md")) {
    pages_.erase(path);
    return "removed " + path;
  }
  const std::string french = path.substr(0, path.size() - 3) + ".fr.md";
  pages_.insert_or_assign(french, page);
  return "added " + french;
}

inline std::string RandomSite::edit_theme() {
  if (chance(35)) {
    if (config_.erase("theme") == 0) {
      config_["theme"] = "\"paper\"";
    }
    return "theme chosen or not";
  }
  const std::string path = "themes/paper/" + one_of<std::string>({"theme.toml", "templates/page.html",
                                                                  "templates/partials/banner.html",
                                                                  "static/paper.css", "static/style.css"});
  if (path.ends_with("theme.toml")) {
    files_[path] = "[extra]\nlabel = \"" + words() + "\"\n";
  } else if (chance(30) && files_.erase(path) != 0) {
    return "removed " + path;
  } else {
    files_[path] = words() + "\n";
  }
  return "text of " + path;
}

inline std::string RandomSite::edit_clock() {
  if (chance(50)) {
    shows_drafts_ = !shows_drafts_;
    return shows_drafts_ ? "drafts shown" : "drafts hidden";
  }
  now_ += std::chrono::hours(24 * (1 + below(6)));
  return "later";
}

}  // namespace loom::support
