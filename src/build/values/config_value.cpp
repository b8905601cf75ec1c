#include "build/values/config_value.h"

#include <algorithm>

#include "build/values/entry_values.h"

namespace loom::build {

using templating::Value;

namespace {

Value count_value(std::size_t count) {
  return Value::integer(static_cast<std::int64_t>(count));
}

Value limit_value(std::size_t count) {
  return count == 0 ? Value::null() : count_value(count);
}

Value taxonomies_value(const std::vector<site::TaxonomyConfig>& taxonomies) {
  Value::Array items;
  for (const site::TaxonomyConfig& taxonomy : taxonomies) {
    items.push_back(taxonomy_config_value(taxonomy));
  }
  return Value::array(std::move(items));
}

Value translations_value(const std::vector<std::pair<std::string, std::string>>& translations) {
  Value::Map map;
  for (const auto& [key, text] : translations) {
    map.emplace_back(key, Value::view(text));
  }
  return Value::map(std::move(map));
}

Value search_value(const site::SearchConfig& search) {
  return Value::map({{"include_title", Value::boolean(search.include_title)},
                     {"include_content", Value::boolean(search.include_content)},
                     {"truncate_content_length", limit_value(search.truncate_content_length)},
                     {"include_description", Value::boolean(search.include_description)},
                     {"include_date", Value::boolean(search.include_date)},
                     {"include_path", Value::boolean(search.include_path)},
                     {"index_format", Value::view(search.index_format)}});
}

Value language_value(const site::LanguageSettings& language) {
  return Value::map({{"title", optional_text(language.title)},
                     {"description", optional_text(language.description)},
                     {"generate_feeds", Value::boolean(language.generate_feeds)},
                     {"feed_filenames", text_array(language.feed_filenames)},
                     {"taxonomies", taxonomies_value(language.taxonomies)},
                     {"build_search_index", Value::boolean(language.build_search_index)},
                     {"search", search_value(language.search)},
                     {"translations", translations_value(language.translations)}});
}

Value other_languages_value(const site::Config& config, std::string_view current) {
  Value::Map map;
  for (const site::LanguageSettings& language : site::all_languages(config)) {
    if (language.code != current) {
      map.emplace_back(std::string(language.code), language_value(language));
    }
  }
  return Value::map(std::move(map));
}

std::string_view anchor_links_name(markdown::AnchorLinks links) {
  switch (links) {
    case markdown::AnchorLinks::None:
      return "none";
    case markdown::AnchorLinks::Left:
      return "left";
    case markdown::AnchorLinks::Right:
      return "right";
    case markdown::AnchorLinks::Heading:
      return "heading";
  }
  return "none";
}

std::string_view slugify_name(site::SlugifyMode mode) {
  return mode == site::SlugifyMode::On ? "on" : mode == site::SlugifyMode::Safe ? "safe" : "off";
}

Value slugify_value(const site::SlugifyConfig& slugify) {
  return Value::map({{"paths", Value::view(slugify_name(slugify.paths))},
                     {"taxonomies", Value::view(slugify_name(slugify.taxonomies))},
                     {"anchors", Value::view(slugify_name(slugify.anchors))},
                     {"paths_keep_dates", Value::boolean(slugify.paths_keep_dates)}});
}

Value style_sheets_value(const std::vector<site::CodeStyleSheet>& sheets) {
  Value::Array items;
  for (const site::CodeStyleSheet& sheet : sheets) {
    items.push_back(
        Value::map({{"theme", Value::view(sheet.theme)}, {"filename", Value::view(sheet.filename)}}));
  }
  return Value::array(std::move(items));
}

Value markdown_value(const site::MarkdownConfig& markdown) {
  return Value::map(
      {{"highlighting", markdown.highlighting.is_null() ? Value::null() : Value::data(markdown.highlighting)},
       {"highlight_code", Value::boolean(markdown.code.highlight)},
       {"highlight_theme", Value::view(markdown.code.theme)},
       {"highlight_themes_css", style_sheets_value(markdown.code_style_sheets)},
       {"render_emoji", Value::boolean(markdown.render_emoji)},
       {"external_links_class", optional_text(markdown.external_links_class)},
       {"external_links_target_blank", Value::boolean(markdown.external_links_target_blank)},
       {"external_links_no_follow", Value::boolean(markdown.external_links_no_follow)},
       {"external_links_no_referrer", Value::boolean(markdown.external_links_no_referrer)},
       {"external_links_external", Value::boolean(markdown.external_links_external)},
       {"smart_punctuation", Value::boolean(markdown.smart_punctuation)},
       {"definition_list", Value::boolean(markdown.definition_list)},
       {"bottom_footnotes", Value::boolean(markdown.bottom_footnotes)},
       {"lazy_async_image", Value::boolean(markdown.lazy_async_image)},
       {"insert_anchor_links", Value::view(anchor_links_name(markdown.insert_anchor_links))},
       {"github_alerts", Value::boolean(markdown.github_alerts)}});
}

/// What holds whatever the language.
void add_site_fields(Value::Map& fields, const site::Config& config) {
  Value::Map more = {{"author", optional_text(config.author)},
                     {"extra", Value::data(config.extra)},
                     {"markdown", markdown_value(config.markdown)},
                     {"generate_sitemap", Value::boolean(config.generate_sitemap)},
                     {"generate_robots_txt", Value::boolean(config.generate_robots_txt)},
                     {"exclude_paginated_pages_in_sitemap",
                      Value::view(config.exclude_paginated_pages_in_sitemap ? "all" : "none")},
                     // Not in Zola's latest, but in versions whose themes are still about.
                     {"theme", optional_text(config.theme)},
                     {"feed_limit", config.feed_limit ? count_value(*config.feed_limit) : Value::null()},
                     {"compile_sass", Value::boolean(config.compile_sass)},
                     {"minify_html", Value::boolean(config.minify_html)},
                     {"slugify", slugify_value(config.slugify)},
                     {"taxonomy_root", optional_text(config.taxonomy_root)}};
  std::move(more.begin(), more.end(), std::back_inserter(fields));
}

}  // namespace

Value taxonomy_config_value(const site::TaxonomyConfig& taxonomy) {
  return Value::map({{"name", Value::view(taxonomy.name)},
                     {"slug", Value::view(taxonomy.slug)},
                     {"paginate_by", limit_value(taxonomy.paginate_by)},
                     {"paginate_path", Value::view(taxonomy.paginate_path)},
                     {"render", Value::boolean(taxonomy.render)},
                     {"feed", Value::boolean(taxonomy.feed)}});
}

Value config_value(const site::Config& config, std::string_view mode, std::string_view language) {
  const site::LanguageSettings settings = site::language_settings(config, language);
  const auto& feeds = settings.feed_filenames;
  Value::Map fields = {{"base_url", Value::view(config.base_url)},
                       {"mode", Value::view(mode)},
                       {"title", optional_text(settings.title)},
                       {"description", optional_text(settings.description)},
                       {"languages", other_languages_value(config, settings.code)},
                       {"default_language", Value::view(config.default_language)},
                       {"generate_feed", Value::boolean(settings.generate_feeds)},
                       {"generate_feeds", Value::boolean(settings.generate_feeds)},
                       {"feed_filename", feeds.empty() ? Value::null() : Value::view(feeds.front())},
                       {"feed_filenames", text_array(feeds)},
                       {"taxonomies", taxonomies_value(settings.taxonomies)},
                       {"build_search_index", Value::boolean(settings.build_search_index)},
                       {"search", search_value(config.search)}};
  add_site_fields(fields, config);
  return Value::map(std::move(fields));
}

ConfigValues config_values(const site::Config& config, std::string_view mode) {
  ConfigValues values;
  for (const site::LanguageSettings& language : site::all_languages(config)) {
    values.emplace_back(language.code, config_value(config, mode, language.code));
  }
  return values;
}

const Value& find_config_value(const ConfigValues& values, std::string_view language) {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const auto& entry) { return entry.first == language; });
  return found == values.end() ? values.front().second : found->second;
}

}  // namespace loom::build
