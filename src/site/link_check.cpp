#include "site/link_check.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/diagnostics.h"
#include "base/edit_distance.h"
#include "base/escape.h"
#include "markdown/document.h"

namespace loom::site {

namespace {

using Targets = std::unordered_map<std::string_view, const Entry*>;

Targets find_targets(const Library& library) {
  Targets targets;
  for (const Section& section : library.sections) {
    targets.try_emplace(section.placed->permalink, &section);
  }
  for (const Page& page : library.pages) {
    targets.try_emplace(page.placed->permalink, &page);
  }
  return targets;
}

std::string_view line_text(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (std::uint32_t i = 1; i < line && begin < text.size(); ++i) {
    begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
  }
  std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
  return found.ends_with('\r') ? found.substr(0, found.size() - 1) : found;
}

class AnchorChecker {
 public:
  AnchorChecker(const Library& library, const Config& config, base::Diagnostics& diagnostics)
      : targets_(find_targets(library)), config_(config), diagnostics_(diagnostics) {}

  void check(const Entry& entry) {
    if (entry.placed->source == nullptr) {
      return;
    }
    for (const markdown::Link& link : entry.document->links) {
      const std::size_t hash = link.url.find('#');
      const bool is_internal = link.url != link.destination && hash != std::string::npos;
      if (is_internal) {
        check_link(*entry.placed->source, link, hash);
      }
    }
  }

 private:
  void check_link(const PageSource& source, const markdown::Link& link, std::size_t hash) {
    const std::string_view written = std::string_view(link.url).substr(hash + 1);
    const std::string anchor = base::percent_decoded(written).value_or(std::string(written));
    const auto target = targets_.find(std::string_view(link.url).substr(0, hash));
    // The empty fragment and "top" are every page's (HTML §7.4.6.4).
    if (target == targets_.end() || anchor.empty() || anchor == "top") {
      return;
    }
    const std::vector<std::string>& anchors = target->second->document->anchors;
    if (std::find(anchors.begin(), anchors.end(), anchor) == anchors.end()) {
      report(source, link, *target->second, anchor);
    }
  }

  void report(const PageSource& source, const markdown::Link& link, const Entry& target,
              const std::string& anchor) {
    base::Diagnostic diagnostic;
    diagnostic.severity = config_.link_checker.internal_level == LinkLevel::Warning ? base::Severity::Warning
                                                                                    : base::Severity::Error;
    diagnostic.file = source.path;
    diagnostic.line = link.line;
    diagnostic.column = link.column;
    diagnostic.source_line = line_text(*source.text, link.line);
    diagnostic.message = "`" + target.placed->relative_path + "` has no heading or anchor `#" + anchor + "`";
    if (const auto nearest = base::find_nearest_name(anchor, target.document->anchors)) {
      diagnostic.hint = "did you mean `#" + *nearest + "`?";
    }
    diagnostics_.add(std::move(diagnostic));
  }

  Targets targets_;
  const Config& config_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void check_anchors(const Library& library, const Config& config, base::Diagnostics& diagnostics) {
  AnchorChecker checker(library, config, diagnostics);
  for (const Section& section : library.sections) {
    checker.check(section);
  }
  for (const Page& page : library.pages) {
    checker.check(page);
  }
}

}  // namespace loom::site
