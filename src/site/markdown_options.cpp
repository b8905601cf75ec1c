#include "site/markdown_options.h"

namespace loom::site {

markdown::MarkdownOptions markdown_options(const Config& config) {
  const MarkdownConfig& from = config.markdown;
  markdown::MarkdownOptions options;
  options.markup = from.markup;
  options.code = from.code;
  options.anchor_links = from.insert_anchor_links;
  options.smart_punctuation = from.smart_punctuation;
  options.definition_lists = from.definition_list;
  options.bottom_footnotes = from.bottom_footnotes;
  options.github_alerts = from.github_alerts;
  // To Zola, a bare URL is text.
  options.autolink = from.markup == markdown::MarkupStyle::Loom;
  options.render_emoji = from.render_emoji;
  options.external_links_target_blank = from.external_links_target_blank;
  options.external_links_no_follow = from.external_links_no_follow;
  options.external_links_no_referrer = from.external_links_no_referrer;
  options.external_links_external = from.external_links_external;
  options.external_links_class = from.external_links_class;
  options.slugify_anchors = config.slugify.anchors == SlugifyMode::On;
  options.lazy_async_images = from.lazy_async_image;
  options.unknown_languages_are_reported = from.error_on_missing_language;
  options.broken_links_are_warnings = config.link_checker.internal_level == LinkLevel::Warning;
  return options;
}

}  // namespace loom::site
