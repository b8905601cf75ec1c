// Tested by tests/site/placement_test.cpp.
#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "site/placement_finish.h"

namespace loom::site {

namespace {

class CollisionCheck {
 public:
  CollisionCheck(Placement& placement, const Config& config, base::Diagnostics& diagnostics)
      : placement_(placement), config_(config), diagnostics_(diagnostics) {}

  void check_collisions() {
    owners_.reserve((placement_.pages.size() + placement_.sections.size()) * 2);
    for (auto* list : {&placement_.sections, &placement_.pages}) {
      for (const PlacedPage& placed : *list) {
        if (placed.render && !claim(placed.path, source_of(placed))) {
          report_collision(placed.path, source_of(placed), base::Severity::Error);
        }
      }
    }
    for (const PlacedAsset& asset : placement_.assets) {
      if (!claim(asset.path, asset.source_path)) {
        report_collision(asset.path, asset.source_path, base::Severity::Error);
      }
    }
    for (auto* list : {&placement_.sections, &placement_.pages}) {
      for (PlacedPage& placed : *list) {
        if (!placed.aliases.empty()) {
          claim_aliases(placed);
        }
      }
    }
  }

 private:
  static std::string_view source_of(const PlacedPage& placed) {
    return placed.source != nullptr ? std::string_view(placed.source->path)
                                    : std::string_view(placed.relative_path);
  }

  /// False when another source has the path already. Requires: the text behind `path` stays where it is.
  bool claim(std::string_view path, std::string_view source) {
    const auto [found, is_first] = owners_.try_emplace(path, source);
    return is_first || found->second == source;
  }

  /// Content of other engines often has one alias twice; without a configuration the first page keeps it.
  void claim_aliases(PlacedPage& placed) {
    const bool is_bare = config_.kind == SiteKind::Bare;
    std::erase_if(placed.aliases, [&](const std::string& alias) {
      const bool is_free = !placed.render || claim(claimed_aliases_.emplace_back(alias), source_of(placed));
      if (!is_free) {
        report_collision(alias, source_of(placed), is_bare ? base::Severity::Warning : base::Severity::Error);
      }
      return !is_free || alias == placed.path;
    });
  }

  void report_collision(const std::string& path, std::string_view source, base::Severity severity) {
    base::Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.file = source;
    diagnostic.message =
        "`" + path + "` is also the path of " + std::string(owners_.at(path)) + ": only one can have it";
    diagnostic.hint = "give one of them another `slug`, `path` or alias";
    diagnostics_.add(std::move(diagnostic));
  }

  Placement& placement_;
  const Config& config_;
  base::Diagnostics& diagnostics_;
  std::unordered_map<std::string_view, std::string_view> owners_;
  /// Copies, because the list of a page moves its aliases about when one is taken out.
  std::deque<std::string> claimed_aliases_;
};

}  // namespace

void resolve_collisions(Placement& placement, const Config& config, base::Diagnostics& diagnostics) {
  CollisionCheck(placement, config, diagnostics).check_collisions();
}

}  // namespace loom::site
