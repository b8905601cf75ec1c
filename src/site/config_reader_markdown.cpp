// How content is rendered and indexed: [markdown], [markdown.highlighting], [search]. Tested by
// tests/site/config_test.cpp.
#include "site/config_reader.h"

namespace loom::site {

void ConfigReader::read_markdown() {
  // Older sites have these at the top.
  top_.read("highlight_code", config_.markdown.highlight_code);
  find_idle(top_, {"highlight_theme", "extra_syntaxes", "extra_syntaxes_and_themes", "highlight_themes_css"});
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

void ConfigReader::read_highlighting(FieldReader& markdown) {
  auto fields = markdown.read_table("highlighting");
  if (!fields) {
    return;
  }
  config_.markdown.highlight_code = true;
  config_.markdown.highlighting = *markdown.find("highlighting");
  const std::pair<std::string_view, base::Data> defaults[] = {{"error_on_missing_language", false},
                                                              {"style", "inline"},
                                                              {"extra_grammars", base::Data::Array{}},
                                                              {"extra_themes", base::Data::Array{}}};
  for (const auto& [key, value] : defaults) {
    if (config_.markdown.highlighting.find(key) == nullptr) {
      config_.markdown.highlighting.set(key, value);
    }
  }
  read_idle(*fields, "error_on_missing_language", config_.markdown.error_on_missing_language);
  read_idle(*fields, "theme", config_.markdown.highlight_theme);
  find_idle(*fields, {"style", "light_theme", "dark_theme", "extra_grammars", "extra_themes"});
  fields->warn_unknown();
}

void ConfigReader::read_search() {
  if (auto fields = top_.read_table("search")) {
    read_search_fields(*fields, config_.search);
    fields->warn_unknown();
  }
}

void ConfigReader::read_search_fields(FieldReader& fields, SearchConfig& search) {
  fields.read("include_title", search.include_title);
  fields.read("include_description", search.include_description);
  fields.read("include_date", search.include_date);
  fields.read("include_path", search.include_path);
  fields.read("include_content", search.include_content);
  fields.read("truncate_content_length", search.truncate_content_length);
  fields.read("index_format", search.index_format);
}

}  // namespace loom::site
