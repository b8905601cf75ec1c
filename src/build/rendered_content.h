// One content file after rendering, with all that its document was made from, so that a later build knows
// whether it may stand. Written by the thread that renders it, then only read. Tested with the content step.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "build/read_log.h"
#include "markdown/document.h"

namespace loom::build {

/// What a link of a document was resolved to when it was rendered.
struct ResolvedLink {
  std::string destination;
  markdown::LinkKind kind = markdown::LinkKind::Link;
  std::uint64_t resolution = 0;
};

struct RenderedContent {
  std::shared_ptr<const markdown::Document> document;
  /// Of the document: equal values mean equal documents.
  std::uint64_t fingerprint = 0;
  std::vector<ResolvedLink> links;
  /// What templates read that wrote parts of it.
  std::vector<EntityRead> reads;
  /// Nothing in it depends on the clock or on chance.
  bool is_repeatable = true;
  base::Diagnostics diagnostics;
  /// What templates asked for.
  std::vector<std::shared_ptr<const ImageRequest>> images;
  std::vector<std::shared_ptr<const MadeFile>> files;
  /// ContentShortcodes::fingerprint_of() of the page, when it has shortcodes.
  std::optional<std::uint64_t> seen_of_page = std::nullopt;
};

}  // namespace loom::build
