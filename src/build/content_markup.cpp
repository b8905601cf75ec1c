#include "build/content_markup.h"

#include <utility>

#include "build/entities.h"
#include "build/read_log.h"
#include "templating/render.h"

namespace loom::build {
namespace {

using templating::Value;

constexpr std::string_view kAnchorLink = "anchor-link.html";
constexpr std::string_view kSummaryCutoff = "summary-cutoff.html";

}  // namespace

std::string ContentMarkup::render_anchor_link(std::string_view id, int level) const {
  ReadLog::note(template_closure_key(kAnchorLink));
  if (is_built_in(kAnchorLink)) {
    return MarkupTemplates::render_anchor_link(id, level);
  }
  return render(kAnchorLink, {{"id", Value::view(id)}, {"level", Value::integer(level)}});
}

std::string ContentMarkup::render_summary_cutoff(std::string_view summary) const {
  ReadLog::note(template_closure_key(kSummaryCutoff));
  if (is_built_in(kSummaryCutoff)) {
    return MarkupTemplates::render_summary_cutoff(summary);
  }
  return render(kSummaryCutoff, {{"summary", Value::view(summary)}});
}

bool ContentMarkup::is_built_in(std::string_view name) const {
  const site::SourceTree& tree = templates_.host.tree;
  const site::Config& config = templates_.host.config;
  const std::string below = "templates/" + std::string(name);
  const bool is_own =
      tree.find(below) != nullptr || tree.find("themes/" + config.theme + "/" + below) != nullptr;
  return !templates_.templates.contains(name) || (config.kind == site::SiteKind::Zola && !is_own);
}

std::string ContentMarkup::render(std::string_view name, Value::Map variables) const {
  // Every heading of the page would have the same mistake.
  if (diagnostics_.has_errors()) {
    return {};
  }
  const std::string& language = placed_.language;
  variables.emplace_back("lang",
                         Value::view(language.empty() ? templates_.host.config.default_language : language));
  templating::RenderInput input{templates_.templates, templates_.environment, name,
                                Value::map(std::move(variables))};
  input.label = placed_.source->path;
  input.host = &templates_.host;
  std::string html;
  templating::render(input, html, diagnostics_);
  return html;
}

}  // namespace loom::build
