#include "site/config.h"

#include <algorithm>

#include "base/utf8.h"
#include "site/config_reader.h"
#include "site/names.h"
#include "site/theme_config.h"
#include "site/toml_data.h"

namespace loom::site {

namespace {

constexpr std::size_t kLoomFeedLimit = 20;
constexpr std::size_t kBarePaginateBy = 20;

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

LanguageSettings language_settings(const Config& config, std::string_view code) {
  if (const LanguageConfig* own = find_language(config, code)) {
    return {
        own->code,           own->title,      own->description, own->generate_feeds, own->build_search_index,
        own->feed_filenames, own->taxonomies, own->search,      own->translations};
  }
  return {config.default_language,   config.title,          config.description, config.generate_feeds,
          config.build_search_index, config.feed_filenames, config.taxonomies,  config.search,
          config.translations};
}

std::vector<LanguageSettings> all_languages(const Config& config) {
  std::vector<LanguageSettings> all = {language_settings(config, config.default_language)};
  for (const LanguageConfig& language : config.languages) {
    all.push_back(language_settings(config, language.code));
  }
  return all;
}

const TaxonomyConfig* find_taxonomy(const Config& config, std::string_view language, std::string_view name) {
  const std::vector<TaxonomyConfig>& taxonomies = language_settings(config, language).taxonomies;
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
    config.markdown.markup = markdown::MarkupStyle::Zola;
    config.markdown.code.markup = markdown::CodeMarkup::Giallo;
    config.markdown.code.highlight = false;
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
