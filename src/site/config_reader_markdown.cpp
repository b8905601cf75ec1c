// How content is rendered and indexed. Tested by tests/site/config_test.cpp.
#include "site/config_reader.h"

namespace loom::site {

namespace {

/// The value with which Zola up to 0.21 wrote classes instead of colours.
constexpr std::string_view kClassTheme = "css";

}  // namespace

void ConfigReader::read_markdown() {
  MarkdownConfig& markdown = config_.markdown;
  // Older sites have these at the top.
  read_older_highlighting(top_);
  auto fields = top_.read_table("markdown");
  if (!fields) {
    return;
  }
  read_older_highlighting(*fields);
  fields->read_choice<markdown::MarkupStyle>(
      "markup", markdown.markup,
      {{"loom", markdown::MarkupStyle::Loom}, {"zola", markdown::MarkupStyle::Zola}});
  fields->read("render_emoji", markdown.render_emoji);
  fields->read("external_links_class", markdown.external_links_class);
  fields->read("external_links_target_blank", markdown.external_links_target_blank);
  fields->read("external_links_no_follow", markdown.external_links_no_follow);
  fields->read("external_links_no_referrer", markdown.external_links_no_referrer);
  fields->read("external_links_external", markdown.external_links_external);
  fields->read("smart_punctuation", markdown.smart_punctuation);
  fields->read("definition_list", markdown.definition_list);
  fields->read("lazy_async_image", markdown.lazy_async_image);
  fields->read("bottom_footnotes", markdown.bottom_footnotes);
  fields->read("github_alerts", markdown.github_alerts);
  fields->read_choice<markdown::AnchorLinks>("insert_anchor_links", markdown.insert_anchor_links,
                                             {{"none", markdown::AnchorLinks::None},
                                              {"left", markdown::AnchorLinks::Left},
                                              {"right", markdown::AnchorLinks::Right},
                                              {"heading", markdown::AnchorLinks::Heading}});
  read_highlighting(*fields);
  fields->warn_unknown();
}

/// The keys of Zola up to 0.21, which stand for its markup of then.
void ConfigReader::read_older_highlighting(FieldReader& fields) {
  MarkdownConfig& markdown = config_.markdown;
  const bool is_older = fields.find("highlight_code") != nullptr || fields.find("highlight_theme") != nullptr;
  fields.read("highlight_code", markdown.code.highlight);
  fields.read("highlight_theme", markdown.code.theme);
  fields.read("error_on_missing_highlight", markdown.error_on_missing_language);
  for (FieldReader& sheet : fields.read_tables("highlight_themes_css")) {
    CodeStyleSheet wanted;
    sheet.read("filename", wanted.filename);
    sheet.read("theme", wanted.theme);
    sheet.warn_unknown();
    add_code_style_sheet(sheet, std::move(wanted));
  }
  find_idle(fields, {"extra_syntaxes", "extra_syntaxes_and_themes"});
  if (!is_older || (config_.kind == SiteKind::Loom && markdown.code.theme.empty())) {
    return;
  }
  markdown.code.markup = markdown::CodeMarkup::Syntect;
  markdown.code.inline_colors = markdown.code.theme != kClassTheme;
  // Links to other sites had no rel="external" then.
  markdown.external_links_external = false;
}

void ConfigReader::add_code_style_sheet(const FieldReader& fields, CodeStyleSheet sheet) {
  if (sheet.filename.empty() || sheet.filename.starts_with('/') ||
      sheet.filename.find("..") != std::string::npos) {
    fields.error("filename", "`" + sheet.filename + "` is no name of a file",
                 "write the name of the style sheet, such as \"syntax.css\"");
    return;
  }
  config_.markdown.code_style_sheets.push_back(std::move(sheet));
}

void ConfigReader::read_highlighting(FieldReader& markdown) {
  auto fields = markdown.read_table("highlighting");
  if (!fields) {
    return;
  }
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
  markdown::CodeStyle& code = config_.markdown.code;
  code.highlight = true;
  fields->read("error_on_missing_language", config_.markdown.error_on_missing_language);
  fields->read("theme", code.theme);
  fields->read("light_theme", code.theme);
  fields->read("dark_theme", code.dark_theme);
  bool has_classes = false;
  fields->read_choice<bool>("style", has_classes, {{"inline", false}, {"class", true}});
  find_idle(*fields, {"extra_grammars", "extra_themes"});
  fields->warn_unknown();
  if (config_.kind == SiteKind::Loom && code.theme.empty()) {
    return;
  }
  code.markup = markdown::CodeMarkup::Giallo;
  code.inline_colors = !has_classes;
  if (has_classes && code.dark_theme.empty()) {
    config_.markdown.code_style_sheets.push_back({"giallo.css", code.theme});
  } else if (has_classes) {
    config_.markdown.code_style_sheets.push_back({"giallo-light.css", code.theme});
    config_.markdown.code_style_sheets.push_back({"giallo-dark.css", code.dark_theme});
  }
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
