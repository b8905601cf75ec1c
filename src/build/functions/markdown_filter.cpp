// The filter markdown.
#include <algorithm>
#include <fmt/format.h>

#include "base/escape.h"
#include "build/functions/render_host.h"
#include "build/functions/site_environment.h"
#include "build/shortcodes/shortcode_runner.h"
#include "markdown/document.h"
#include "markdown/shortcode_parser.h"
#include "site/markdown_options.h"

namespace loom::build {
namespace {

using templating::ArgumentReader;
using templating::Arguments;
using templating::CallError;
using templating::CallResult;
using templating::RenderContext;
using templating::Value;

/// Shortcodes in text that a filter is given see no page, as in Zola, and know the language only as an
/// argument.
ShortcodeScene scene_for(const RenderHost& host, RenderContext& context) {
  ShortcodeScene scene{host, {}, {}, context.template_name(), 1};
  for (const std::string_view name : {"config", "lang"}) {
    if (Value value = context.find(name); !value.is_undefined()) {
      scene.defaults.emplace_back(name, std::move(value));
    }
  }
  return scene;
}

CallError first_error(const base::Diagnostics& diagnostics) {
  for (const base::Diagnostic& item : diagnostics.items()) {
    if (item.severity == base::Severity::Error) {
      const std::string place = item.trail.empty() || item.file.empty()
                                    ? ""
                                    : fmt::format("{}:{}:{}: ", item.file, item.line, item.column);
      return {place + item.message, item.hint};
    }
  }
  return {};
}

/// Links to content, "@/a.md#x". Others have no page that they could be relative to.
class ContentLinks : public markdown::LinkResolver {
 public:
  explicit ContentLinks(const RenderHost& host) : host_(host) {}

  markdown::LinkResolution resolve(std::string_view destination, markdown::LinkKind) const override {
    constexpr std::string_view kContent = "@/";
    if (!destination.starts_with(kContent)) {
      return markdown::KeepLink{};
    }
    const std::size_t end = std::min(destination.find_first_of("?#"), destination.size());
    const std::string_view written = destination.substr(kContent.size(), end - kContent.size());
    const std::string path = base::percent_decoded(written).value_or(std::string(written));
    const std::string* permalink = find_permalink(host_, path);
    if (permalink == nullptr) {
      return markdown::BrokenLink{"there is no page `" + path + "`", ""};
    }
    return markdown::RewrittenLink{*permalink + std::string(destination.substr(end))};
  }

 private:
  const RenderHost& host_;
};

CallResult markdown_filter(const Value& input, const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const bool is_inline = reader.boolean("inline", false);
  if (reader.error()) {
    return *reader.error();
  }
  if (!input.is_string()) {
    return CallError{fmt::format("it takes a string, not {}", input.type_name())};
  }
  const RenderHost& host = host_of(context);
  base::Diagnostics diagnostics;
  markdown::MarkdownInput text;
  text.text = input.as_text();
  text.options = site::markdown_options(host.config);
  text.options.anchor_links = markdown::AnchorLinks::None;
  const ContentLinks links(host);
  text.resolver = &links;
  markdown::AssembledText assembled("", 1);
  if (host.config.kind != site::SiteKind::Bare && markdown::may_hold_shortcodes(text.text)) {
    assembled = run_shortcodes(text.text, scene_for(host, context), diagnostics);
    text.text = assembled.text();
    text.lines = assembled.lines();
    text.insertions = assembled.insertions();
  }
  std::string html = is_inline ? markdown::render_markdown_inline(text, diagnostics)
                               : markdown::render_markdown(text, diagnostics).html;
  return diagnostics.has_errors() ? CallResult(first_error(diagnostics))
                                  : CallResult(Value::string(std::move(html)));
}

}  // namespace

void add_markdown_filter(templating::Environment& environment) {
  environment.add_filter({"markdown", {"inline"}}, markdown_filter);
}

}  // namespace loom::build
