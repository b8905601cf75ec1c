// Tested by tests/site/config_test.cpp.
#include "site/config_reader.h"

#include <algorithm>

#include "base/ascii.h"
#include "site/permalink.h"

namespace loom::site {

namespace {

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

}  // namespace

void ConfigReader::read() {
  read_slugify();
  read_site();
  read_feeds();
  read_loom_keys();
  config_.taxonomies = read_taxonomies(top_);
  read_markdown();
  read_permalinks();
  read_search();
  read_link_checker();
  read_languages();
  read_translations();
  add_older_taxonomies();
  read_serve();
  read_preview();
  if (top_.read_table("extra")) {
    config_.extra = *top_.find("extra");
  }
  top_.warn_unknown();
  warn_idle();
}

void ConfigReader::find_idle(FieldReader& fields, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    const base::Data* value = fields.find(key);
    if (value != nullptr && *value != base::Data(base::Data::Array{})) {
      idle_.push_back(fields.path_of(key));
    }
  }
}

/// Sites of Zola were written for a program that knows the keys: one warning says it all.
void ConfigReader::warn_idle() const {
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

void ConfigReader::read_base_url() {
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

void ConfigReader::read_site() {
  read_base_url();
  top_.read("title", config_.title);
  top_.read("description", config_.description);
  top_.read("author", config_.author);
  top_.read("theme", config_.theme);
  top_.read("default_language", config_.default_language);
  check_language_code(top_, "default_language", config_.default_language);
  top_.read("output_dir", config_.output_dir);
  top_.read("compile_sass", config_.compile_sass);
  top_.read("minify_html", config_.minify_html);
  top_.read("build_search_index", config_.build_search_index);
  top_.read("generate_sitemap", config_.generate_sitemap);
  top_.read("generate_robots_txt", config_.generate_robots_txt);
  top_.read_choice<bool>("exclude_paginated_pages_in_sitemap", config_.exclude_paginated_pages_in_sitemap,
                         {{"none", false}, {"all", true}});
  top_.read("ignored_content", config_.ignored_content);
  top_.read("ignored_static", config_.ignored_static);
  top_.read("taxonomy_root", config_.taxonomy_root);
  // What these ask for is always so: dot entries of the output folder are kept, and files are shared with the
  // source where the file system can.
  top_.read("preserve_dotfiles_in_output", config_.preserve_dotfiles_in_output);
  top_.read("hard_link_static", config_.hard_link_static);
}

void ConfigReader::read_feeds() {
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

void ConfigReader::read_loom_keys() {
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
}

void ConfigReader::read_slugify() {
  auto fields = top_.read_table("slugify");
  if (!fields) {
    return;
  }
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

void ConfigReader::read_permalinks() {
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

void ConfigReader::read_link_checker() {
  if (auto fields = top_.read_table("link_checker")) {
    LinkCheckerConfig& checker = config_.link_checker;
    const auto levels = {std::pair<std::string_view, LinkLevel>{"error", LinkLevel::Error},
                         std::pair<std::string_view, LinkLevel>{"warn", LinkLevel::Warning}};
    fields->read_choice<LinkLevel>("internal_level", checker.internal_level, levels);
    fields->read_choice<LinkLevel>("external_level", checker.external_level, levels);
    fields->read("skip_prefixes", checker.skip_prefixes);
    fields->read("skip_anchor_prefixes", checker.skip_anchor_prefixes);
    fields->read("ignored_files", checker.ignored_files);
    fields->warn_unknown();
  }
}

void ConfigReader::read_serve() {
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

void ConfigReader::read_preview() {
  if (auto fields = top_.read_table("preview")) {
    fields->read("drafts", config_.preview.drafts);
    fields->read("open", config_.preview.open);
    read_idle(*fields, "overlay", config_.preview.overlay);
    fields->warn_unknown();
  }
}

}  // namespace loom::site
