// Renders templates given as text, for the tests of the template engine.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "templating/environment.h"
#include "templating/render.h"
#include "templating/template_set.h"
#include "templating/value.h"

namespace loom::support {

struct Rendered {
  std::string text;
  base::Diagnostics diagnostics;
  bool ok = false;
  bool used_random = false;

  /// The message of the first diagnostic, or "".
  std::string message() const { return diagnostics.empty() ? "" : diagnostics.items().front().message; }
  std::string hint() const { return diagnostics.empty() ? "" : diagnostics.items().front().hint; }
};

using TemplateTexts = std::vector<std::pair<std::string, std::string>>;

inline std::vector<templating::TemplateSource> template_sources(const TemplateTexts& texts) {
  std::vector<templating::TemplateSource> sources;
  for (const auto& [name, text] : texts) {
    sources.push_back({name, text, "templates/" + name});
  }
  return sources;
}

/// Renders the first of the templates.
inline Rendered render_set(const TemplateTexts& texts, templating::Value::Map context = {},
                           const templating::Environment& environment = templating::Environment()) {
  Rendered result;
  const auto set = templating::TemplateSet::build(template_sources(texts), environment, result.diagnostics);
  if (result.diagnostics.has_errors()) {
    return result;
  }
  const auto outcome = templating::render({.templates = set,
                                           .environment = environment,
                                           .template_name = texts.front().first,
                                           .context = templating::Value::map(std::move(context)),
                                           .label = "content/page.md"},
                                          result.text, result.diagnostics);
  result.ok = outcome.ok;
  result.used_random = outcome.used_random;
  return result;
}

/// Renders one template, named page.html.
inline Rendered render_page(std::string text, templating::Value::Map context = {}) {
  return render_set({{"page.html", std::move(text)}}, std::move(context));
}

/// What one template without escaping prints, or "error: MESSAGE".
inline std::string render_text(std::string text, templating::Value::Map context = {}) {
  const Rendered result = render_set({{"page.txt", std::move(text)}}, std::move(context));
  return result.ok ? result.text : "error: " + result.message();
}

inline templating::Value text_value(std::string text) {
  return templating::Value::string(std::move(text));
}
inline templating::Value number_value(std::int64_t number) {
  return templating::Value::integer(number);
}

}  // namespace loom::support
