// Runs the shortcodes of content files, with what they may know of the site before its content is rendered:
// the page or section itself without its document, the sections above, and where everything is published.
// One per build; any thread.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "build/content_templates.h"
#include "markdown/assembled_text.h"

namespace loom::build {

class ContentShortcodes {
 public:
  /// Borrows both, which must outlive this. `templates` may be null: then nothing runs.
  ContentShortcodes(const ContentTemplates* templates, std::shared_ptr<const site::Placement> placement);

  /// The text of a content file with the output of its shortcodes; what their templates read goes to the
  /// ReadLog of the thread. Nothing when it holds no shortcodes or the site is a bare folder, whose text is
  /// nobody's but the author's. Requires: placed.source is not null and belongs to the placement.
  std::optional<markdown::AssembledText> run(const site::PlacedPage& placed,
                                             base::Diagnostics& diagnostics) const;

  /// Of what shortcodes can see of a page besides what its file holds.
  std::uint64_t fingerprint_of(const site::PlacedPage& placed) const;

  /// Null: nothing runs.
  const ContentTemplates* templates() const { return templates_; }

 private:
  struct Outline;

  const Outline& outline() const;

  const ContentTemplates* templates_;
  std::shared_ptr<const site::Placement> placement_;
  mutable std::once_flag outline_once_;
  mutable std::shared_ptr<const Outline> outline_;
};

}  // namespace loom::build
