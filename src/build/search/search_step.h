// The search indexes of a site, one for each language that asks for one, and the script that searches them.
// An edited page is indexed anew, the others are taken over. Reload thread; works on all cores.
#pragma once

#include <vector>

#include "build/content_step.h"
#include "build/memo.h"
#include "build/search/search_index.h"

namespace loom::build {

class SearchStep {
 public:
  /// Files by their place in the output: "search_index.en.js", "elasticlunr.min.js". Empty unless the
  /// configuration asks for an index.
  std::vector<site::SourceFile> run(const Content& content, const site::SourceTree& tree,
                                    const site::Config& config, base::Diagnostics& diagnostics);

 private:
  struct Wanted;

  site::SourceFile build_index(const std::vector<Wanted>& wanted, const site::LanguageSettings& language,
                               base::Diagnostics& diagnostics);

  Memo<IndexedEntry> entries_;
  Memo<site::SourceFile> files_;
};

}  // namespace loom::build
