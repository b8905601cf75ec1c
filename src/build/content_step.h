// The first half of a build: source files -> parsed pages -> placement -> documents -> library. Parsing and
// rendering are memoised per file and run on all cores. Reload thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "build/memo.h"
#include "build/rendered_content.h"
#include "site/library.h"
#include "site/source_tree.h"

namespace loom::build {

struct ContentTemplates;

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
