// Builds a site from a text block or a tree, and shows what came out as text.
#pragma once

#include <gtest/gtest.h>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "build/builder.h"
#include "support/source_tree_text.h"

namespace loom::support {

inline base::UnixTime build_moment(std::string_view text = "2026-01-01T00:00:00Z") {
  return base::parse_date_time(text)->moment;
}

/// Identity bytes only, which is what most tests look at.
inline build::BuildOptions plain_build_options() {
  build::BuildOptions options;
  options.with_codings = false;
  options.site_root = "/sites/my-notes";
  return options;
}

/// "error content/a.md:3:5: message (hint)", one per line.
inline std::string messages_of(const base::Diagnostics& diagnostics) {
  std::string text;
  for (const base::Diagnostic& item : diagnostics.items()) {
    text += item.severity == base::Severity::Error ? "error " : "warning ";
    text += item.file + ":" + std::to_string(item.line) + ":" + std::to_string(item.column) + ": " +
            item.message + (item.hint.empty() ? "" : " (" + item.hint + ")") + "\n";
  }
  return text;
}

struct Built {
  build::BuildOutcome outcome;
  base::Diagnostics diagnostics;

  bool has(std::string_view path) const { return find(path) != nullptr; }
  /// Null when the site has nothing there, or was not built.
  snapshot::ResourcePtr find(std::string_view path) const {
    const snapshot::ResourcePtr* found = outcome.snapshot ? outcome.snapshot->find(path) : nullptr;
    return found == nullptr ? nullptr : *found;
  }
  /// A failure and "" when there is none.
  std::string body(std::string_view path) const {
    const snapshot::ResourcePtr found = find(path);
    EXPECT_NE(found, nullptr) << "nothing at " << path << "\n" << messages();
    return found ? *found->identity().body : std::string();
  }
  /// "" when it is no redirect.
  std::string location(std::string_view path) const {
    const snapshot::ResourcePtr found = find(path);
    return found && found->redirect ? found->redirect->location : std::string();
  }
  std::string messages() const { return messages_of(diagnostics); }
  /// All paths, ordered, a blank between them.
  std::string paths() const {
    std::set<std::string> all;
    if (outcome.snapshot) {
      outcome.snapshot->for_each([&](const std::string& path, const auto&) { all.insert(path); });
    }
    std::string text;
    for (const std::string& path : all) {
      text += (text.empty() ? "" : " ") + path;
    }
    return text;
  }
};

inline Built build_tree(build::Builder& builder, const site::SourceTree& tree,
                        const snapshot::Snapshot* previous = nullptr, base::UnixTime now = build_moment()) {
  Built built;
  built.outcome = builder.build(tree, now, previous, built.diagnostics);
  return built;
}

/// One build of a builder of its own.
inline Built build_site(std::string_view text, build::BuildOptions options = plain_build_options()) {
  build::Builder builder(std::move(options));
  return build_tree(builder, source_tree(text));
}

}  // namespace loom::support
