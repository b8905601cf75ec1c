#include "site/config.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "site/field_reader.h"
#include "site/names.h"
#include "site/permalink.h"
#include "site/toml_data.h"

namespace loom::site {

namespace {

constexpr std::size_t kLoomFeedLimit = 20;
constexpr std::size_t kBarePaginateBy = 20;

/// "UTC", "+02:00" or "-0530".
std::optional<std::chrono::minutes> parse_timezone(std::string_view text) {
  if (text == "UTC" || text == "Z") {
    return std::chrono::minutes{0};
  }
  std::string digits(text.substr(std::min<std::size_t>(1, text.size())));
  std::erase(digits, ':');
  const auto number = digits.size() == 4 ? base::parse_unsigned(digits) : std::nullopt;
  if (!number || *number / 100 > 14 || *number % 100 > 59 || (text[0] != '+' && text[0] != '-')) {
    return std::nullopt;
  }
  const std::chrono::minutes offset{static_cast<int>(*number / 100 * 60 + *number % 100)};
  return text[0] == '-' ? -offset : offset;
}

/// {"docs", "api"} -> "docs/api"
std::string joined_path(const std::vector<std::string>& parts) {
  std::string path;
  for (const std::string& part : parts) {
    path += (path.empty() ? "" : "/") + part;
  }
  return path;
}

class ConfigReader {
 public:
  ConfigReader(const FieldContext& context, Config& config)
      : top_(context, context.located.data), config_(config) {}

  void read() {
    read_slugify();
    read_site();
    read_feeds();
    read_loom_keys();
    config_.taxonomies = read_taxonomies(top_);
    read_markdown();
    read_permalinks();
    read_search();
    read_link_checker();
    top_.read("translations", config_.translations);
    read_languages();
    read_serve();
    read_preview();
    if (top_.read_table("extra")) {
      config_.extra = *top_.find("extra");
    }
    top_.warn_unknown();
    warn_idle();
  }

 private:
  /// For keys that this version reads and does nothing with: setting one deserves a word.
  template <typename T>
  void read_idle(FieldReader& fields, std::string_view key, T& out) {
    const T before = out;
    fields.read(key, out);
    if (out != before) {
      idle_.push_back(fields.path_of(key));
    }
  }

  void find_idle(FieldReader& fields, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
      const base::Data* value = fields.find(key);
      if (value != nullptr && *value != base::Data(base::Data::Array{})) {
        idle_.push_back(fields.path_of(key));
      }
    }
  }

  /// Sites of Zola were written for a program that knows the keys: one warning says it all.
  void warn_idle() const {
    if (idle_.empty()) {
      return;
    }
    if (config_.kind == SiteKind::Loom || idle_.size() == 1) {
      for (const std::string& path : idle_) {
        top_.warning(path, "`" + path + "` has no effect in this version of Loom");
      }
      return;
    }
    std::string names;
    for (const std::string& path : idle_) {
      names += (names.empty() ? "`" : ", `") + path + "`";
    }
    top_.warning(idle_.front(), "these keys have no effect in this version of Loom: " + names);
  }

  void read_base_url() {
    std::string base_url;
    top_.read("base_url", base_url);
    if (base_url.empty()) {
      top_.warning("base_url", "`base_url` is not set",
                   "feeds, the sitemap and permalinks need the address that the site will have");
    } else if (!is_base_url(base_url)) {
      top_.error("base_url", "`" + base_url + "` is no address of a site",
                 "write \"https://example.org\", with a path behind it when the site is not at the root");
    } else {
      config_.base_url = std::move(base_url);
    }
  }

  void read_site() {
    read_base_url();
    top_.read("title", config_.title);
    top_.read("description", config_.description);
    top_.read("author", config_.author);
    top_.read("theme", config_.theme);
    top_.read("default_language", config_.default_language);
    top_.read("output_dir", config_.output_dir);
    read_idle(top_, "preserve_dotfiles_in_output", config_.preserve_dotfiles_in_output);
    top_.read("compile_sass", config_.compile_sass);
    read_idle(top_, "minify_html", config_.minify_html);
    read_idle(top_, "hard_link_static", config_.hard_link_static);
    read_idle(top_, "build_search_index", config_.build_search_index);
    top_.read("generate_sitemap", config_.generate_sitemap);
    top_.read("generate_robots_txt", config_.generate_robots_txt);
    top_.read_choice<bool>("exclude_paginated_pages_in_sitemap", config_.exclude_paginated_pages_in_sitemap,
                           {{"none", false}, {"all", true}});
    top_.read("ignored_content", config_.ignored_content);
    top_.read("ignored_static", config_.ignored_static);
    top_.read("taxonomy_root", config_.taxonomy_root);
  }

  void read_feeds() {
    std::optional<std::string> single;
    for (const std::string_view key : {"generate_rss", "generate_feed", "generate_feeds"}) {
      top_.read(key, config_.generate_feeds);
    }
    top_.read("feed_filename", single);
    if (single) {
      config_.feed_filenames = {*single};
    }
    top_.read("feed_filenames", config_.feed_filenames);
    top_.read("rss_limit", config_.feed_limit);
    top_.read("feed_limit", config_.feed_limit);
  }

  void read_loom_keys() {
    top_.read("publish_future", config_.publish_future);
    top_.read("paginate_by", config_.paginate_by);
    std::optional<std::string> timezone;
    top_.read("timezone", timezone);
    if (timezone) {
      if (const auto offset = parse_timezone(*timezone)) {
        config_.timezone = *offset;
      } else {
        top_.error("timezone", "`" + *timezone + "` is no offset",
                   "write \"UTC\" or an offset such as \"+02:00\"");
      }
    }
    top_.read("highlight_code", config_.markdown.highlight_code);
    find_idle(top_,
              {"highlight_theme", "extra_syntaxes", "extra_syntaxes_and_themes", "highlight_themes_css"});
  }

  std::vector<TaxonomyConfig> read_taxonomies(FieldReader& parent) {
    std::vector<TaxonomyConfig> taxonomies;
    for (FieldReader& fields : parent.read_tables("taxonomies")) {
      TaxonomyConfig taxonomy;
      taxonomy.paginate_by = config_.paginate_by;
      fields.read("name", taxonomy.name);
      fields.read("paginate_by", taxonomy.paginate_by);
      fields.read("paginate_path", taxonomy.paginate_path);
      fields.read("render", taxonomy.render);
      fields.read("rss", taxonomy.feed);
      fields.read("feed", taxonomy.feed);
      find_idle(fields, {"lang", "slug"});
      fields.warn_unknown();
      if (base::trim(taxonomy.name).empty()) {
        fields.error("name", "a taxonomy needs a `name`");
        continue;
      }
      taxonomy.slug = slugify_path(taxonomy.name, config_.slugify.taxonomies);
      taxonomies.push_back(std::move(taxonomy));
    }
    return taxonomies;
  }

  void read_markdown() {
    auto fields = top_.read_table("markdown");
    if (!fields) {
      return;
    }
    MarkdownConfig& markdown = config_.markdown;
    fields->read("highlight_code", markdown.highlight_code);
    read_idle(*fields, "highlight_theme", markdown.highlight_theme);
    fields->read("render_emoji", markdown.render_emoji);
    fields->read("external_links_class", markdown.external_links_class);
    fields->read("external_links_target_blank", markdown.external_links_target_blank);
    fields->read("external_links_no_follow", markdown.external_links_no_follow);
    fields->read("external_links_no_referrer", markdown.external_links_no_referrer);
    fields->read("external_links_external", markdown.external_links_external);
    fields->read("smart_punctuation", markdown.smart_punctuation);
    read_idle(*fields, "definition_list", markdown.definition_list);
    fields->read("lazy_async_image", markdown.lazy_async_image);
    fields->read("bottom_footnotes", markdown.bottom_footnotes);
    fields->read("github_alerts", markdown.github_alerts);
    fields->read_choice<markdown::AnchorLinks>("insert_anchor_links", markdown.insert_anchor_links,
                                               {{"none", markdown::AnchorLinks::None},
                                                {"left", markdown::AnchorLinks::Left},
                                                {"right", markdown::AnchorLinks::Right},
                                                {"heading", markdown::AnchorLinks::Heading}});
    find_idle(*fields, {"extra_syntaxes", "extra_syntaxes_and_themes", "highlight_themes_css"});
    read_highlighting(*fields);
    fields->warn_unknown();
  }

  void read_highlighting(FieldReader& markdown) {
    auto fields = markdown.read_table("highlighting");
    if (!fields) {
      return;
    }
    config_.markdown.highlight_code = true;
    read_idle(*fields, "error_on_missing_language", config_.markdown.error_on_missing_language);
    read_idle(*fields, "theme", config_.markdown.highlight_theme);
    find_idle(*fields, {"style", "light_theme", "dark_theme", "extra_grammars", "extra_themes"});
    fields->warn_unknown();
  }

  void read_slugify() {
    if (auto fields = top_.read_table("slugify")) {
      const auto read_mode = [&](std::string_view key, SlugifyMode& out) {
        fields->read_choice<SlugifyMode>(
            key, out, {{"on", SlugifyMode::On}, {"safe", SlugifyMode::Safe}, {"off", SlugifyMode::Off}});
      };
      read_mode("paths", config_.slugify.paths);
      read_mode("taxonomies", config_.slugify.taxonomies);
      read_mode("anchors", config_.slugify.anchors);
      fields->read("paths_keep_dates", config_.slugify.paths_keep_dates);
      fields->warn_unknown();
    }
  }

  void read_permalinks() {
    auto fields = top_.read_table("permalinks");
    if (!fields) {
      return;
    }
    for (const auto& entry : *top_.find("permalinks")->as_table()) {
      std::string text;
      fields->read(entry.first, text);
      if (text.empty()) {
        continue;
      }
      PatternMistake mistake;
      auto pattern = parse_permalink_pattern(text, taxonomy_names(config_), mistake);
      if (!pattern) {
        fields->error(entry.first, mistake.message, mistake.hint);
        continue;
      }
      pattern->file = config_.file;
      pattern->line = top_.context().located.find_place(fields->path_of(entry.first)).line;
      config_.permalinks.emplace_back(joined_path(path_components(entry.first)), *std::move(pattern));
    }
  }

  void read_search() {
    if (auto fields = top_.read_table("search")) {
      read_idle(*fields, "include_title", config_.search.include_title);
      read_idle(*fields, "include_description", config_.search.include_description);
      read_idle(*fields, "include_date", config_.search.include_date);
      read_idle(*fields, "include_path", config_.search.include_path);
      read_idle(*fields, "include_content", config_.search.include_content);
      read_idle(*fields, "truncate_content_length", config_.search.truncate_content_length);
      read_idle(*fields, "index_format", config_.search.index_format);
      fields->warn_unknown();
    }
  }

  void read_link_checker() {
    if (auto fields = top_.read_table("link_checker")) {
      fields->read_choice<LinkLevel>("internal_level", config_.internal_link_level,
                                     {{"error", LinkLevel::Error}, {"warn", LinkLevel::Warning}});
      find_idle(*fields, {"skip_prefixes", "skip_anchor_prefixes", "external_level"});
      fields->warn_unknown();
    }
  }

  void read_languages() {
    const base::Data* languages = top_.find("languages");
    if (languages == nullptr) {
      return;
    }
    if (const base::Data::Table* table = languages->as_table()) {
      auto codes = top_.read_table("languages");
      for (const auto& entry : *table) {
        if (auto fields = codes->read_table(entry.first)) {
          read_language(entry.first, *fields);
        }
      }
      return;
    }
    // The list of tables with `code` of earlier Zola versions.
    for (FieldReader& fields : top_.read_tables("languages")) {
      std::string code;
      fields.read("code", code);
      find_idle(fields, {"feed"});
      read_language(code, fields);
    }
  }

  void read_language(const std::string& code, FieldReader& fields) {
    LanguageConfig language;
    language.code = code;
    language.feed_filenames = config_.feed_filenames;
    fields.read("title", language.title);
    fields.read("description", language.description);
    const bool is_default = code == config_.default_language;
    for (const std::string_view key : {"generate_feed", "generate_feeds"}) {
      is_default ? fields.read(key, language.generate_feeds)
                 : read_idle(fields, key, language.generate_feeds);
    }
    read_idle(fields, "build_search_index", language.build_search_index);
    read_idle(fields, "feed_filename", language.feed_filenames);
    read_idle(fields, "feed_filenames", language.feed_filenames);
    fields.read("translations", language.translations);
    find_idle(fields, {"search"});
    language.taxonomies = read_taxonomies(fields);
    fields.warn_unknown();
    if (is_default) {
      merge_default_language(std::move(language));
    } else {
      config_.languages.push_back(std::move(language));
    }
  }

  /// [languages.en] of a site in English completes the top level.
  void merge_default_language(LanguageConfig language) {
    config_.title = config_.title.empty() ? language.title : config_.title;
    config_.description = config_.description.empty() ? language.description : config_.description;
    config_.generate_feeds = config_.generate_feeds || language.generate_feeds;
    config_.build_search_index = config_.build_search_index || language.build_search_index;
    if (config_.taxonomies.empty()) {
      config_.taxonomies = std::move(language.taxonomies);
    }
    if (config_.translations.empty()) {
      config_.translations = std::move(language.translations);
    }
  }

  void read_serve() {
    if (auto fields = top_.read_table("serve")) {
      fields->read("listen", config_.serve.listen);
      fields->read("allow_hosts", config_.serve.allow_hosts);
      read_idle(*fields, "threads", config_.serve.threads);
      fields->read("connections_max", config_.serve.connections_max);
      read_idle(*fields, "access_log", config_.serve.access_log);
      read_idle(*fields, "cache_control", config_.serve.cache_control);
      read_idle(*fields, "headers", config_.serve.headers);
      fields->warn_unknown();
    }
  }

  void read_preview() {
    if (auto fields = top_.read_table("preview")) {
      fields->read("drafts", config_.preview.drafts);
      fields->read("open", config_.preview.open);
      read_idle(*fields, "overlay", config_.preview.overlay);
      fields->warn_unknown();
    }
  }

  FieldReader top_;
  Config& config_;
  /// Dotted paths of the keys that were set and have no effect.
  std::vector<std::string> idle_;
};

/// Adds to `into` what it does not have, table by table.
void merge_missing(base::Data& into, const base::Data& from) {
  const base::Data::Table* table = from.as_table();
  if (table == nullptr || into.as_table() == nullptr) {
    return;
  }
  for (const auto& [key, value] : *table) {
    if (into.find(key) == nullptr) {
      into.set(key, value);
      continue;
    }
    for (auto& entry : *into.as_table()) {
      if (entry.first == key) {
        merge_missing(entry.second, value);
      }
    }
  }
}

void merge_theme(const SourceTree& tree, Config& config, base::Diagnostics& diagnostics) {
  const SourceFile* file = tree.find("themes/" + config.theme + "/theme.toml");
  if (config.theme.empty()) {
    return;
  }
  if (!tree.has_folder("themes/" + config.theme)) {
    base::Diagnostic diagnostic;
    diagnostic.file = config.file;
    diagnostic.message = "there is no theme `" + config.theme + "`";
    diagnostic.hint = "put its files into themes/" + config.theme +
                      " (`git submodule update --init` when it is a submodule), or leave out `theme`";
    diagnostics.add(std::move(diagnostic));
    return;
  }
  if (file == nullptr || file->bytes == nullptr) {
    return;
  }
  const auto theme = parse_toml({file->path, *file->bytes, 1, config.timezone}, diagnostics);
  if (theme && theme->data.find("extra") != nullptr) {
    merge_missing(config.extra, *theme->data.find("extra"));
  }
}

TaxonomyConfig bare_taxonomy(std::string name) {
  TaxonomyConfig taxonomy;
  taxonomy.slug = name;
  taxonomy.name = std::move(name);
  taxonomy.paginate_by = kBarePaginateBy;
  taxonomy.feed = true;
  return taxonomy;
}

std::string title_from_name(std::string_view folder_name) {
  std::string title(folder_name);
  std::replace(title.begin(), title.end(), '-', ' ');
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  }
  return title;
}

}  // namespace

const LanguageConfig* find_language(const Config& config, std::string_view code) {
  const auto found = std::find_if(config.languages.begin(), config.languages.end(),
                                  [&](const LanguageConfig& language) { return language.code == code; });
  return found == config.languages.end() ? nullptr : &*found;
}

const TaxonomyConfig* find_taxonomy(const Config& config, std::string_view language, std::string_view name) {
  const LanguageConfig* own = find_language(config, language);
  const std::vector<TaxonomyConfig>& taxonomies = own == nullptr ? config.taxonomies : own->taxonomies;
  const auto found = std::find_if(taxonomies.begin(), taxonomies.end(),
                                  [&](const TaxonomyConfig& taxonomy) { return taxonomy.name == name; });
  return found == taxonomies.end() ? nullptr : &*found;
}

std::vector<std::string> taxonomy_names(const Config& config) {
  std::vector<std::string> names;
  for (const TaxonomyConfig& taxonomy : config.taxonomies) {
    names.push_back(taxonomy.name);
  }
  return names;
}

Config parse_config(std::string_view file, std::string_view text, SiteKind kind,
                    base::Diagnostics& diagnostics) {
  Config config;
  config.kind = kind;
  config.file = file;
  config.content_prefix = "content/";
  if (kind == SiteKind::Loom) {
    config.feed_limit = kLoomFeedLimit;
    config.markdown.github_alerts = true;
  } else {
    config.markdown.external_links_external = true;
  }
  const DataText input{file, text, 1, {}};
  if (const auto located = parse_toml(input, diagnostics)) {
    ConfigReader({*located, input, diagnostics}, config).read();
  }
  return config;
}

Config bare_config(std::string_view folder_name) {
  Config config;
  config.title = title_from_name(folder_name);
  config.generate_feeds = true;
  config.feed_limit = kLoomFeedLimit;
  config.markdown.github_alerts = true;
  config.paginate_by = kBarePaginateBy;
  config.publish_future = false;
  for (const char* name : {"tags", "categories", "series"}) {
    config.taxonomies.push_back(bare_taxonomy(name));
  }
  return config;
}

Config read_config(const SourceTree& tree, std::string_view folder_name, base::Diagnostics& diagnostics) {
  const SourceFile* chosen = nullptr;
  for (const std::string_view name : kConfigNames) {
    const SourceFile* file = tree.find(name);
    if (file == nullptr || file->bytes == nullptr) {
      continue;
    }
    if (chosen == nullptr) {
      chosen = file;
      continue;
    }
    base::Diagnostic diagnostic;
    diagnostic.severity = base::Severity::Warning;
    diagnostic.file = file->path;
    diagnostic.message = "this file is not read, because there is a " + chosen->path;
    diagnostic.hint = "keep one of the two";
    diagnostics.add(std::move(diagnostic));
  }
  if (chosen == nullptr) {
    return bare_config(folder_name);
  }
  const SiteKind kind = chosen->path == kConfigNames[0] ? SiteKind::Loom : SiteKind::Zola;
  const std::string text = base::repair_utf8(*chosen->bytes);
  Config config = parse_config(chosen->path, text, kind, diagnostics);
  merge_theme(tree, config, diagnostics);
  return config;
}

}  // namespace loom::site
