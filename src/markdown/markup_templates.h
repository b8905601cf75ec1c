// The parts of a text that a site may have templates for. Implementations are called from every thread that
// renders, so they must be thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace loom::markdown {

/// Itself what Zola writes without templates of a site's own.
class MarkupTemplates {
 public:
  MarkupTemplates() = default;
  MarkupTemplates(const MarkupTemplates&) = delete;
  MarkupTemplates& operator=(const MarkupTemplates&) = delete;
  virtual ~MarkupTemplates() = default;

  /// The link that a heading has to itself. When it is to hold the heading's text, only its opening tag is
  /// used.
  virtual std::string render_anchor_link(std::string_view id, int level) const;

  /// What stands at the end of a summary that ends within a paragraph, list or quote. `summary` is the HTML
  /// so far, its elements still open.
  virtual std::string render_summary_cutoff(std::string_view summary) const;
};

}  // namespace loom::markdown
