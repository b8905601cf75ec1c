// Tested by tests/site/placement_test.cpp.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/media_type.h"
#include "site/names.h"
#include "site/page_path.h"
#include "site/placement_finish.h"

namespace loom::site {

namespace {

/// Indices of pages or sections, that of the default language first.
using Owners = std::vector<std::uint32_t>;

struct OwnedAsset {
  /// Pages first, then sections, then nobody.
  std::uint32_t rank = kNone;
  PlacedAsset asset;
};

class AssetPlacer {
 public:
  AssetPlacer(Placement& placement, const PlacementInput& input,
              const std::function<bool(std::string_view)>& is_hidden_folder, base::Diagnostics& diagnostics)
      : placement_(placement),
        input_(input),
        config_(input.config),
        is_hidden_folder_(is_hidden_folder),
        diagnostics_(diagnostics),
        page_count_(static_cast<std::uint32_t>(placement.pages.size())) {}

  void place() {
    index_bundles();
    index_sections();
    std::string_view root = config_.content_prefix;
    root = root.substr(0, root.empty() ? 0 : root.size() - 1);
    for (const SourceFile& file : input_.tree.files_under(root)) {
      const std::string_view relative = std::string_view(file.path).substr(config_.content_prefix.size());
      const std::string_view name = relative.substr(relative.rfind('/') + 1);
      if (is_ignored(relative)) {
        continue;
      }
      if (!is_markdown_name(name)) {
        add(file.path, relative);
      } else if (is_section_of_no_language(name, config_)) {
        warn_of_language(file.path, name);
      }
    }
    std::stable_sort(owned_.begin(), owned_.end(),
                     [](const OwnedAsset& a, const OwnedAsset& b) { return a.rank < b.rank; });
    assign();
  }

 private:
  void warn_of_language(const std::string& path, std::string_view name) {
    base::Diagnostic warning;
    warning.severity = base::Severity::Warning;
    warning.file = path;
    warning.message = "`" + std::string(name) + "` is the text of no section, and is not read";
    warning.hint = "the default language's is `_index.md`; the others need a table [languages.<code>]";
    diagnostics_.add(std::move(warning));
  }

  void add_owner(std::unordered_map<std::string_view, Owners>& by_folder, std::string_view folder,
                 std::uint32_t index, const std::string& language) {
    Owners& owners = by_folder[folder];
    owners.insert(language == config_.default_language ? owners.begin() : owners.end(), index);
  }

  void index_bundles() {
    for (std::uint32_t i = 0; i < page_count_; ++i) {
      const PageSource& source = *placement_.pages[i].source;
      if (source.is_bundle) {
        add_owner(bundles_, source.folder, i, source.language);
      }
    }
  }

  void index_sections() {
    for (std::uint32_t i = 0; i < placement_.sections.size(); ++i) {
      const PlacedPage& section = placement_.sections[i];
      // Zola publishes nothing beside a section that has no file.
      if (section.source != nullptr ||
          (config_.kind != SiteKind::Zola && section.language == config_.default_language)) {
        add_owner(sections_, parent_folder(section.relative_path), i, section.language);
      }
    }
  }

  bool is_ignored(std::string_view relative) const {
    return std::any_of(config_.ignored_content.begin(), config_.ignored_content.end(),
                       [&](const std::string& pattern) { return matches_glob(pattern, relative); });
  }

  void add(const std::string& path, std::string_view relative) {
    const std::string_view folder = parent_folder(relative);
    const bool is_known = base::is_known_media_type(relative);
    if (is_hidden_folder_(folder) || (config_.kind == SiteKind::Bare && !is_known)) {
      return;
    }
    if (add_to_bundle(path, relative)) {
      return;
    }
    if (const auto sections = sections_.find(folder); sections != sections_.end()) {
      add_to_sections(path, relative, sections->second);
    } else if (config_.kind != SiteKind::Zola && is_known) {
      owned_.push_back({kNone, {path, "/" + std::string(relative), false}});
    }
  }

  bool add_to_bundle(const std::string& path, std::string_view relative) {
    for (std::string_view up = parent_folder(relative); !up.empty(); up = parent_folder(up)) {
      const auto pages = bundles_.find(up);
      if (pages == bundles_.end()) {
        continue;
      }
      for (const std::uint32_t page : pages->second) {
        const std::string& page_path = placement_.pages[page].path;
        // Beside a page that is a file, so that relative links in it lead there.
        const std::string published =
            page_path.substr(0, page_path.rfind('/') + 1) + std::string(relative.substr(up.size() + 1));
        owned_.push_back({page, {path, published, page != pages->second.front()}});
      }
      return true;
    }
    return false;
  }

  void add_to_sections(const std::string& path, std::string_view relative, const Owners& sections) {
    const std::string name(relative.substr(relative.rfind('/') + 1));
    for (const std::uint32_t section : sections) {
      owned_.push_back({page_count_ + section,
                        {path, placement_.sections[section].path + name, section != sections.front()}});
    }
  }

  void assign() {
    for (OwnedAsset& item : owned_) {
      const auto index = static_cast<std::uint32_t>(placement_.assets.size());
      if (item.rank != kNone) {
        PlacedPage& owner = item.rank < page_count_ ? placement_.pages[item.rank]
                                                    : placement_.sections[item.rank - page_count_];
        owner.assets_begin = owner.assets_end == 0 ? index : owner.assets_begin;
        owner.assets_end = index + 1;
      }
      placement_.assets.push_back(std::move(item.asset));
    }
  }

  Placement& placement_;
  const PlacementInput& input_;
  const Config& config_;
  const std::function<bool(std::string_view)>& is_hidden_folder_;
  base::Diagnostics& diagnostics_;
  std::uint32_t page_count_;
  std::unordered_map<std::string_view, Owners> bundles_;
  std::unordered_map<std::string_view, Owners> sections_;
  std::vector<OwnedAsset> owned_;
};

}  // namespace

void place_assets(Placement& placement, const PlacementInput& input,
                  const std::function<bool(std::string_view folder)>& is_hidden_folder,
                  base::Diagnostics& diagnostics) {
  AssetPlacer(placement, input, is_hidden_folder, diagnostics).place();
}

}  // namespace loom::site
