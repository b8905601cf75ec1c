#include "build/shortcodes/content_shortcodes.h"

#include <algorithm>
#include <utility>

#include "build/fingerprint.h"
#include "build/shortcodes/shortcode_runner.h"
#include "markdown/shortcode_parser.h"

namespace loom::build {
namespace {

using templating::Value;

void add_texts(Fingerprint& fingerprint, const std::vector<std::string>& texts) {
  fingerprint.add(texts.size());
  for (const std::string& text : texts) {
    fingerprint.add(text);
  }
}

/// One for each taxonomy of the page.
std::vector<TextList> term_lists_of(const site::Page& page) {
  std::vector<TextList> lists;
  for (const auto& taxonomy : page.front().taxonomies) {
    lists.emplace_back(taxonomy.second);
  }
  return lists;
}

}  // namespace

/// The sections of the site, without pages.
struct ContentShortcodes::Outline {
  explicit Outline(std::shared_ptr<const site::Placement> placement)
      : library(site::outline_library(std::move(placement))), values(library) {}

  site::Library library;
  SiteValues values;
};

ContentShortcodes::ContentShortcodes(const ContentTemplates* templates,
                                     std::shared_ptr<const site::Placement> placement)
    : templates_(templates), placement_(std::move(placement)) {}

const ContentShortcodes::Outline& ContentShortcodes::outline() const {
  std::call_once(outline_once_, [&] { outline_ = std::make_shared<const Outline>(placement_); });
  return *outline_;
}

std::uint64_t ContentShortcodes::fingerprint_of(const site::PlacedPage& placed) const {
  Fingerprint fingerprint;
  fingerprint.add(placed.permalink).add(placed.slug);
  add_texts(fingerprint, placed.components);
  add_texts(fingerprint, placed.aliases);
  for (const std::uint32_t index : placed.ancestors) {
    fingerprint.add(placement_->sections[index].relative_path);
  }
  for (std::uint32_t i = placed.assets_begin; i < placed.assets_end; ++i) {
    fingerprint.add(placement_->assets[i].path);
  }
  return fingerprint.value();
}

std::optional<markdown::AssembledText> ContentShortcodes::run(const site::PlacedPage& placed,
                                                              base::Diagnostics& diagnostics) const {
  const std::string_view body = placed.source->body();
  if (templates_ == nullptr || templates_->host.config.kind == site::SiteKind::Bare ||
      !markdown::may_hold_shortcodes(body)) {
    return std::nullopt;
  }
  const site::Config& config = templates_->host.config;
  const SiteValues& values = outline().values;
  const bool is_page = !placement_->pages.empty() && &placed >= placement_->pages.data() &&
                       &placed < placement_->pages.data() + placement_->pages.size();
  const site::Page page = site::outline_page(placed);
  const std::vector<TextList> term_lists = term_lists_of(page);
  const PageObject page_object(values, page, term_lists.data());
  site::Section section = site::outline_section(placed);
  const SectionObject section_object(values, section);
  ShortcodeScene scene{templates_->host, {}, {}, placed.source->path, placed.source->front.body_line};
  const std::string& language = placed.language.empty() ? config.default_language : placed.language;
  scene.variables = {{"config", find_config_value(templates_->configs, language)},
                     {"lang", Value::view(language)}};
  scene.variables.emplace_back(is_page ? "page" : "section",
                               is_page ? Value::object(page_object) : Value::object(section_object));
  return run_shortcodes(body, scene, diagnostics);
}

}  // namespace loom::build
