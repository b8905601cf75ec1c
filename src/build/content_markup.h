// The templates of a site that write parts of its Markdown: `anchor-link.html` and `summary-cutoff.html`. One
// per page that is rendered, on one thread; what the templates read goes to the ReadLog of the thread.
#pragma once

#include <string>
#include <string_view>

#include "build/content_templates.h"
#include "markdown/markup_templates.h"
#include "site/placement.h"

namespace loom::build {

/// A site of Zola without such a template has what Zola has built in.
class ContentMarkup : public markdown::MarkupTemplates {
 public:
  /// Borrows both.
  ContentMarkup(const ContentTemplates& templates, const site::PlacedPage& placed)
      : templates_(templates), placed_(placed) {}

  std::string render_anchor_link(std::string_view id, int level) const override;
  std::string render_summary_cutoff(std::string_view summary) const override;

  /// The mistakes of the templates, the first of each render.
  base::Diagnostics take_diagnostics() { return std::move(diagnostics_); }

 private:
  bool is_built_in(std::string_view name) const;
  std::string render(std::string_view name, templating::Value::Map variables) const;

  const ContentTemplates& templates_;
  const site::PlacedPage& placed_;
  mutable base::Diagnostics diagnostics_;
};

}  // namespace loom::build
