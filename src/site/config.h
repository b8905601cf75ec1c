// A site's configuration: Zola's keys (0.22 and the older spellings) and Loom's own. A value, immutable once
// parsed.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data.h"
#include "base/diagnostics.h"
#include "markdown/options.h"
#include "site/permalink_pattern.h"
#include "site/source_tree.h"

namespace loom::site {

enum class SlugifyMode : std::uint8_t { On, Safe, Off };
enum class SiteKind : std::uint8_t {
  /// No configuration file: the folder itself is the content.
  Bare,
  /// `loom.toml`: Zola's layout with Loom's defaults.
  Loom,
  /// `config.toml` or `zola.toml`: Zola's layout and defaults.
  Zola
};
enum class LinkLevel : std::uint8_t { Error, Warning };

struct TaxonomyConfig {
  std::string name;
  std::string slug;
  /// 0: not paginated.
  std::size_t paginate_by = 0;
  std::string paginate_path = "page";
  bool render = true;
  bool feed = false;
};

/// A file with the colours of code that Loom publishes at the root of the site.
struct CodeStyleSheet {
  std::string filename;
  std::string theme;
};

struct MarkdownConfig {
  markdown::MarkupStyle markup = markdown::MarkupStyle::Loom;
  markdown::CodeStyle code;
  std::vector<CodeStyleSheet> code_style_sheets;
  bool error_on_missing_language = false;
  bool render_emoji = false;
  std::string external_links_class;
  bool external_links_target_blank = false;
  bool external_links_no_follow = false;
  bool external_links_no_referrer = false;
  bool external_links_external = false;
  bool smart_punctuation = false;
  bool definition_list = false;
  bool lazy_async_image = false;
  bool bottom_footnotes = false;
  bool github_alerts = false;
  markdown::AnchorLinks insert_anchor_links = markdown::AnchorLinks::None;
  /// [markdown.highlighting] as written, with Zola's defaults, for templates; null when it is absent.
  base::Data highlighting;
};

struct SlugifyConfig {
  SlugifyMode paths = SlugifyMode::On;
  SlugifyMode taxonomies = SlugifyMode::On;
  SlugifyMode anchors = SlugifyMode::On;
  bool paths_keep_dates = false;
};

struct SearchConfig {
  bool include_title = true;
  bool include_description = false;
  bool include_date = false;
  bool include_path = false;
  bool include_content = true;
  /// 0: whole.
  std::size_t truncate_content_length = 0;
  std::string index_format = "elasticlunr_javascript";

  friend bool operator==(const SearchConfig&, const SearchConfig&) = default;
};

struct LinkCheckerConfig {
  LinkLevel internal_level = LinkLevel::Error;
  /// The others are for links to other sites, which this version does not follow.
  LinkLevel external_level = LinkLevel::Error;
  std::vector<std::string> skip_prefixes;
  std::vector<std::string> skip_anchor_prefixes;
  std::vector<std::string> ignored_files;
};

/// What one language may have of its own; the default language's values come from the top level.
struct LanguageConfig {
  std::string code;
  std::string title;
  std::string description;
  bool generate_feeds = false;
  bool build_search_index = false;
  std::vector<std::string> feed_filenames = {"atom.xml"};
  std::vector<TaxonomyConfig> taxonomies;
  SearchConfig search;
  /// Key and text, for `trans`.
  std::vector<std::pair<std::string, std::string>> translations;
};

/// [serve]: defaults for the command line. Empty or nothing: not set.
struct ServeConfig {
  std::string listen;
  std::vector<std::string> allow_hosts;
  std::optional<std::size_t> threads;
  std::optional<std::size_t> connections_max;
  std::string access_log;
  std::string cache_control;
  /// Further response fields for every response.
  std::vector<std::pair<std::string, std::string>> headers;
};

/// [preview]
struct PreviewConfig {
  bool drafts = false;
  bool open = false;
  bool overlay = true;
};

struct Config {
  SiteKind kind = SiteKind::Bare;
  /// The file that was read, "" in a bare folder.
  std::string file;
  /// "content/", or "" in a bare folder.
  std::string content_prefix;

  /// Without a slash at the end unless the author wrote one. Never empty.
  std::string base_url = "http://127.0.0.1:8080";
  std::string title;
  std::string description;
  std::string author;
  std::string theme;
  std::string default_language = "en";
  std::string output_dir = "public";
  bool preserve_dotfiles_in_output = false;
  bool compile_sass = false;
  bool minify_html = false;
  bool hard_link_static = false;
  bool build_search_index = false;
  bool generate_sitemap = true;
  bool generate_robots_txt = true;
  bool exclude_paginated_pages_in_sitemap = false;
  bool generate_feeds = false;
  std::vector<std::string> feed_filenames = {"atom.xml"};
  /// Nothing: all.
  std::optional<std::size_t> feed_limit;
  std::vector<std::string> ignored_content;
  std::vector<std::string> ignored_static;
  std::vector<TaxonomyConfig> taxonomies;
  /// "" or "blog": all taxonomy paths are below it.
  std::string taxonomy_root;
  LinkCheckerConfig link_checker;

  MarkdownConfig markdown;
  SlugifyConfig slugify;
  SearchConfig search;
  /// Folders below the content folder ("" for all of it), and the pattern for the pages in and below them.
  std::vector<std::pair<std::string, PermalinkPattern>> permalinks;
  /// All but the default one.
  std::vector<LanguageConfig> languages;
  std::vector<std::pair<std::string, std::string>> translations;
  /// A table.
  base::Data extra = base::Data::Table{};

  bool publish_future = true;
  /// For dates without a zone.
  std::chrono::minutes timezone{0};
  /// For sections that set none; 0: not paginated.
  std::size_t paginate_by = 0;
  ServeConfig serve;
  PreviewConfig preview;
};

/// What holds in one language; borrows the configuration.
struct LanguageSettings {
  std::string_view code;
  const std::string& title;
  const std::string& description;
  bool generate_feeds = false;
  bool build_search_index = false;
  const std::vector<std::string>& feed_filenames;
  const std::vector<TaxonomyConfig>& taxonomies;
  const SearchConfig& search;
  const std::vector<std::pair<std::string, std::string>>& translations;
};

/// Of the default language where the site has no language of that code.
LanguageSettings language_settings(const Config& config, std::string_view code);
/// The default language first, then the others in the order of the file.
std::vector<LanguageSettings> all_languages(const Config& config);

/// Null when the default language or no such language is meant.
const LanguageConfig* find_language(const Config& config, std::string_view code);
/// The taxonomy of that name in that language, or null.
const TaxonomyConfig* find_taxonomy(const Config& config, std::string_view language, std::string_view name);

/// Of the default language.
std::vector<std::string> taxonomy_names(const Config& config);

/// Parses the text of a configuration file. Mistakes are errors with their line, unknown keys warnings with
/// the nearest known key; a key with a mistake keeps its default. Requires: kind is Loom or Zola.
Config parse_config(std::string_view file, std::string_view text, SiteKind kind,
                    base::Diagnostics& diagnostics);

/// What a folder without a configuration file has: title from `folder_name`, feeds, the taxonomies tags,
/// categories and series, future pages hidden.
Config bare_config(std::string_view folder_name);

/// The configuration of the site in `tree`: loom.toml wins over zola.toml and config.toml (a warning when
/// there are several); without any, `bare_config(folder_name)`. `[extra]` of themes/<theme>/theme.toml is
/// merged under the site's.
Config read_config(const SourceTree& tree, std::string_view folder_name, base::Diagnostics& diagnostics);

}  // namespace loom::site
