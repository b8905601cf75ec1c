#include "build/values/config_value.h"

#include "build/values/entry_values.h"

namespace loom::build {

using templating::Value;

namespace {

Value count_value(std::size_t count) {
  return Value::integer(static_cast<std::int64_t>(count));
}

Value taxonomies_value(const std::vector<site::TaxonomyConfig>& taxonomies) {
  Value::Array items;
  for (const site::TaxonomyConfig& taxonomy : taxonomies) {
    items.push_back(Value::map(
        {{"name", Value::view(taxonomy.name)},
         {"slug", Value::view(taxonomy.slug)},
         {"paginate_by", taxonomy.paginate_by == 0 ? Value::null() : count_value(taxonomy.paginate_by)},
         {"paginate_path", Value::view(taxonomy.paginate_path)},
         {"render", Value::boolean(taxonomy.render)},
         {"feed", Value::boolean(taxonomy.feed)}}));
  }
  return Value::array(std::move(items));
}

Value languages_value(const site::Config& config) {
  Value::Map map;
  for (const site::LanguageConfig& language : config.languages) {
    map.emplace_back(language.code,
                     Value::map({{"title", optional_text(language.title)},
                                 {"description", optional_text(language.description)},
                                 {"generate_feeds", Value::boolean(language.generate_feeds)},
                                 {"feed_filenames", text_array(language.feed_filenames)},
                                 {"build_search_index", Value::boolean(language.build_search_index)},
                                 {"taxonomies", taxonomies_value(language.taxonomies)}}));
  }
  return Value::map(std::move(map));
}

Value markdown_value(const site::MarkdownConfig& markdown) {
  return Value::map({{"highlight_code", Value::boolean(markdown.highlight_code)},
                     {"highlight_theme", Value::view(markdown.highlight_theme)},
                     {"render_emoji", Value::boolean(markdown.render_emoji)},
                     {"external_links_target_blank", Value::boolean(markdown.external_links_target_blank)},
                     {"external_links_no_follow", Value::boolean(markdown.external_links_no_follow)},
                     {"external_links_no_referrer", Value::boolean(markdown.external_links_no_referrer)},
                     {"smart_punctuation", Value::boolean(markdown.smart_punctuation)},
                     {"definition_list", Value::boolean(markdown.definition_list)},
                     {"bottom_footnotes", Value::boolean(markdown.bottom_footnotes)},
                     {"github_alerts", Value::boolean(markdown.github_alerts)}});
}

}  // namespace

Value config_value(const site::Config& config, std::string_view mode) {
  return Value::map(
      {{"base_url", Value::view(config.base_url)},
       {"mode", Value::view(mode)},
       {"title", optional_text(config.title)},
       {"description", optional_text(config.description)},
       {"author", optional_text(config.author)},
       {"theme", optional_text(config.theme)},
       {"default_language", Value::view(config.default_language)},
       {"languages", languages_value(config)},
       {"generate_feed", Value::boolean(config.generate_feeds)},
       {"generate_feeds", Value::boolean(config.generate_feeds)},
       {"feed_filename",
        config.feed_filenames.empty() ? Value::null() : Value::view(config.feed_filenames.front())},
       {"feed_filenames", text_array(config.feed_filenames)},
       {"feed_limit", config.feed_limit ? count_value(*config.feed_limit) : Value::null()},
       {"taxonomies", taxonomies_value(config.taxonomies)},
       {"build_search_index", Value::boolean(config.build_search_index)},
       {"generate_sitemap", Value::boolean(config.generate_sitemap)},
       {"generate_robots_txt", Value::boolean(config.generate_robots_txt)},
       {"exclude_paginated_pages_in_sitemap", Value::boolean(config.exclude_paginated_pages_in_sitemap)},
       {"minify_html", Value::boolean(config.minify_html)},
       {"markdown", markdown_value(config.markdown)},
       {"search", Value::map({{"index_format", Value::view(config.search.index_format)}})},
       {"extra", Value::data(config.extra)}});
}

}  // namespace loom::build
