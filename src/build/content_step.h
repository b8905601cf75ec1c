// The first half of a build: source files -> parsed pages -> placement -> documents -> library. Parsing and
// rendering are memoised per file and run on all cores. Reload thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "build/memo.h"
#include "build/read_log.h"
#include "build/shortcodes/content_shortcodes.h"
#include "markdown/document.h"
#include "site/library.h"
#include "site/source_tree.h"

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

struct ContentInput {
  const site::SourceTree& tree;
  const site::Config& config;
  /// Of everything in `config`.
  std::uint64_t config_fingerprint = 0;
  base::UnixTime now;
  bool include_drafts = false;
  /// May be null: then content runs no templates.
  ContentTemplates* templates = nullptr;
};

struct Content {
  std::shared_ptr<const site::Library> library;
  /// Fingerprints of the documents, in the order of library->pages and library->sections.
  std::vector<std::uint64_t> page_documents;
  std::vector<std::uint64_t> section_documents;
  /// What shortcodes asked for.
  std::vector<std::shared_ptr<const ImageRequest>> images;
  std::vector<std::shared_ptr<const MadeFile>> files;
  std::size_t rendered_count = 0;
};

class ContentStep {
 public:
  Content run(const ContentInput& input, base::Diagnostics& diagnostics);

 private:
  struct ParsedSource {
    std::shared_ptr<const site::PageSource> source;
    base::Diagnostics diagnostics;
  };
  struct Documents;
  struct Scope;

  std::vector<std::shared_ptr<const site::PageSource>> parse_sources(const ContentInput& input,
                                                                     base::Diagnostics& diagnostics);
  Documents render_all(const std::vector<site::PlacedPage>& placed, const Scope& scope,
                       const ContentInput& input, base::Diagnostics& diagnostics);

  Memo<ParsedSource> sources_;
  Memo<RenderedContent> documents_;
};

}  // namespace loom::build
