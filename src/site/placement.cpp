#include "site/placement.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/media_type.h"
#include "site/names.h"
#include "site/page_path.h"
#include "site/permalink.h"
#include "site/placement_finish.h"

namespace loom::site {

namespace {

using SourcePointer = std::shared_ptr<const PageSource>;

std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// Calls `visit` with the folder and each one above it down to "" (the content folder itself).
template <typename Visit>
void for_folders_up(std::string_view folder, Visit&& visit) {
  while (visit(folder) && !folder.empty()) {
    folder = parent_folder(folder);
  }
}

/// Folder and language: what a section is known by.
using SectionKey = std::pair<std::string, std::string>;

/// Finds by views, without making texts of them.
struct SectionLess {
  using is_transparent = void;
  using View = std::pair<std::string_view, std::string_view>;
  template <typename Left, typename Right>
  bool operator()(const Left& a, const Right& b) const {
    return View(a.first, a.second) < View(b.first, b.second);
  }
};

class Placer {
 public:
  Placer(const PlacementInput& input, base::Diagnostics& diagnostics)
      : input_(input),
        config_(input.config),
        diagnostics_(diagnostics),
        placement_(std::make_shared<Placement>()) {}

  std::shared_ptr<const Placement> place() {
    split_kinds();
    place_sections();
    find_whether_patterns();
    place_pages();
    shadow_sections();
    place_assets(
        *placement_, input_, [this](std::string_view folder) { return is_hidden_folder(folder); },
        diagnostics_);
    warn_of_idle_patterns();
    resolve_collisions(*placement_, config_, diagnostics_);
    placement_->links = index_links(*placement_, input_, std::move(hidden_sources_));
    return placement_;
  }

 private:
  /// In a bare folder of several candidates for its front page one wins; an `index.md` on its own is a page.
  void split_kinds() {
    for (const SourcePointer& source : input_.sources) {
      for_folders_up(source->folder, [&](std::string_view folder) {
        ++count_below_[folder];
        return true;
      });
    }
    for (const SourcePointer& source : input_.sources) {
      if (source->kind != ContentKind::Section || is_lone_bundle(*source)) {
        page_sources_.push_back(&source);
        continue;
      }
      const auto [found, is_first] =
          section_sources_.try_emplace({source->folder, source->language}, &source);
      if (!is_first) {
        const bool wins = rank(*source) < rank(**found->second);
        page_sources_.push_back(wins ? std::exchange(found->second, &source) : &source);
      }
    }
  }

  bool is_lone_bundle(const PageSource& source) const {
    return source.is_bundle && source.name == "index" && count_below_.at(source.folder) == 1;
  }

  static int rank(const PageSource& source) {
    return source.name == "_index" ? 0 : source.name == "index" ? 1 : 2;
  }

  void place_sections() {
    find_hidden_folders();
    section_sources_.try_emplace({"", config_.default_language}, nullptr);
    for (const LanguageConfig& language : config_.languages) {
      section_sources_.try_emplace({"", language.code}, nullptr);
    }
    if (config_.kind == SiteKind::Bare) {
      add_bare_folders();
    }
    for (const auto& [key, source] : section_sources_) {
      if (!is_hidden_folder(key.first)) {
        add_section(key, source == nullptr ? SourcePointer() : *source);
      }
    }
    std::sort(placement_->sections.begin(), placement_->sections.end(),
              [](const PlacedPage& a, const PlacedPage& b) { return a.path < b.path; });
    for (std::uint32_t i = 0; i < placement_->sections.size(); ++i) {
      const PlacedPage& section = placement_->sections[i];
      section_index_[{folder_of(section), section.language}] = i;
    }
    for (PlacedPage& section : placement_->sections) {
      find_section_ancestors(section);
    }
  }

  /// Without configuration every folder with visible pages is a section.
  void add_bare_folders() {
    for (const SourcePointer* source : page_sources_) {
      if (is_visible(**source)) {
        for_folders_up(home_folder(**source), [&](std::string_view folder) {
          return section_sources_.try_emplace({std::string(folder), config_.default_language}, nullptr)
              .second;
        });
      }
    }
  }

  void find_hidden_folders() {
    if (input_.include_drafts) {
      return;
    }
    for (auto it = section_sources_.begin(); it != section_sources_.end();) {
      if ((*it->second)->front.draft) {
        if (!it->first.first.empty()) {
          hidden_folders_.insert(it->first.first);
        }
        hide(**it->second);
        ++placement_->hidden_draft_count;
        it = section_sources_.erase(it);
      } else {
        ++it;
      }
    }
  }

  bool is_hidden_folder(std::string_view folder) const {
    bool hidden = false;
    if (!hidden_folders_.empty()) {
      for_folders_up(folder, [&](std::string_view up) {
        hidden = hidden || hidden_folders_.contains(up);
        return !hidden;
      });
    }
    return hidden;
  }

  static std::string folder_of(const PlacedPage& section) {
    return std::string(parent_folder(section.relative_path));
  }

  void add_section(const SectionKey& key, SourcePointer source) {
    const auto& [folder, language] = key;
    const bool is_default = language == config_.default_language;
    PlacedPage section;
    section.relative_path = source != nullptr ? source->relative_path
                                              : (folder.empty() ? "" : folder + "/") +
                                                    (is_default ? "_index.md" : "_index." + language + ".md");
    section.slug = last_part(folder);
    section.path = (is_default ? "/" : "/" + language + "/") + (folder.empty() ? "" : folder + "/");
    section.render = source == nullptr || source->front.render;
    finish(section, language, std::move(source));
    placement_->sections.push_back(std::move(section));
  }

  void finish(PlacedPage& placed, const std::string& language, SourcePointer source) const {
    placed.language = language;
    placed.permalink = make_permalink(config_.base_url, placed.path);
    placed.components = path_components(placed.path);
    if (source != nullptr) {
      for (const std::string& alias : source->front.aliases) {
        placed.aliases.push_back(normalized_path(alias));
      }
    }
    placed.source = std::move(source);
  }

  void find_section_ancestors(PlacedPage& section) const {
    const std::string folder = folder_of(section);
    if (folder.empty()) {
      return;
    }
    for_folders_up(parent_folder(folder), [&](std::string_view up) {
      if (const std::uint32_t index = find_section(up, section.language); index != kNone) {
        section.ancestors.push_back(index);
      }
      return true;
    });
    std::reverse(section.ancestors.begin(), section.ancestors.end());
    section.parent = find_section(parent_folder(folder), section.language);
  }

  std::uint32_t find_section(std::string_view folder, const std::string& language) const {
    const auto found = section_index_.find(SectionLess::View(folder, language));
    return found == section_index_.end() ? kNone : found->second;
  }

  bool is_future(const PageSource& source) const {
    return !config_.publish_future && source.date && source.date->moment > input_.now;
  }

  bool is_visible(const PageSource& source) const {
    const bool is_draft = source.front.draft && !input_.include_drafts;
    return !is_draft && !is_future(source) && !is_hidden_folder(source.folder);
  }

  void hide(const PageSource& source) {
    hidden_sources_.push_back(source.relative_path);
    if (source.is_bundle) {
      hidden_folders_.insert(source.folder);
    }
  }

  void place_pages() {
    const auto is_less = [](const SourcePointer* a, const SourcePointer* b) {
      return (*a)->path < (*b)->path;
    };
    // The input is ordered; only what gave way as a section stands elsewhere.
    if (!std::is_sorted(page_sources_.begin(), page_sources_.end(), is_less)) {
      std::sort(page_sources_.begin(), page_sources_.end(), is_less);
    }
    placement_->pages.reserve(page_sources_.size());
    for (const SourcePointer* source : page_sources_) {
      if (is_visible(**source)) {
        add_page(*source);
        continue;
      }
      const bool is_draft = (*source)->front.draft || is_hidden_folder((*source)->folder);
      ++(is_draft ? placement_->hidden_draft_count : placement_->hidden_future_count);
      if (!is_draft) {
        const base::UnixTime due = (*source)->date->moment;
        placement_->next_publication = std::min(placement_->next_publication.value_or(due), due);
      }
      newly_hidden_.push_back(source);
    }
    // After the loop: the folder of a hidden bundle hides files, not pages that lie deeper.
    for (const SourcePointer* source : newly_hidden_) {
      hide(**source);
    }
  }

  void add_page(const SourcePointer& source) {
    PlacedPage page;
    page.relative_path = source->relative_path;
    page.slug = slugify_path(source->front.slug.value_or(source->name_slug), config_.slugify.paths);
    page.path = find_page_path({*source, config_, page.slug, find_pattern(*source)}, diagnostics_);
    page.render = source->front.render;
    page.parent = find_section(home_folder(*source), source->language);
    find_page_ancestors(page);
    finish(page, source->language, source);
    placement_->pages.push_back(std::move(page));
  }

  /// Transparent sections are not there for readers: a page of theirs stands below the section around them.
  void find_page_ancestors(PlacedPage& page) const {
    std::uint32_t at = page.parent;
    while (at != kNone && is_transparent(placement_->sections[at]) &&
           placement_->sections[at].parent != kNone) {
      at = placement_->sections[at].parent;
    }
    if (at != kNone) {
      page.ancestors = placement_->sections[at].ancestors;
      page.ancestors.push_back(at);
    }
  }

  static bool is_transparent(const PlacedPage& section) {
    return section.source != nullptr && section.source->front.section.transparent;
  }

  /// The pattern of the nearest folder that has one; in the same folder the section's own metadata wins.
  const PermalinkPattern* find_pattern(const PageSource& source) {
    const PermalinkPattern* pattern = nullptr;
    if (!has_patterns_) {
      return pattern;
    }
    for_folders_up(home_folder(source), [&](std::string_view folder) {
      pattern = find_pattern_of_section(folder, source.language);
      for (std::size_t i = 0; i < config_.permalinks.size() && pattern == nullptr; ++i) {
        if (config_.permalinks[i].first == folder) {
          pattern = &config_.permalinks[i].second;
          used_patterns_.insert(i);
        }
      }
      return pattern == nullptr;
    });
    return pattern;
  }

  const PermalinkPattern* find_pattern_of_section(std::string_view folder,
                                                  const std::string& language) const {
    for (const std::string& code : {language, config_.default_language}) {
      const auto found = section_sources_.find(SectionLess::View(folder, code));
      const bool has_source = found != section_sources_.end() && found->second != nullptr;
      if (has_source && (*found->second)->front.permalink_pattern) {
        return &*(*found->second)->front.permalink_pattern;
      }
    }
    return nullptr;
  }

  void find_whether_patterns() {
    has_patterns_ = !config_.permalinks.empty() ||
                    std::any_of(section_sources_.begin(), section_sources_.end(), [](const auto& entry) {
                      return entry.second != nullptr && (*entry.second)->front.permalink_pattern;
                    });
  }

  void warn_of_idle_patterns() {
    for (std::size_t i = 0; i < config_.permalinks.size(); ++i) {
      const auto& [folder, pattern] = config_.permalinks[i];
      if (folder.empty() || count_below_.contains(folder) || used_patterns_.contains(i)) {
        continue;
      }
      base::Diagnostic diagnostic;
      diagnostic.severity = base::Severity::Warning;
      diagnostic.file = pattern.file;
      diagnostic.line = pattern.line;
      diagnostic.message = "there are no pages in `" + config_.content_prefix + folder + "`";
      diagnostic.hint = "the keys of [permalinks] are folders below the content folder";
      diagnostics_.add(std::move(diagnostic));
    }
  }

  /// A page may take the path of a section that has no file of its own.
  void shadow_sections() {
    // By path: whether a page has it.
    std::map<std::string_view, bool> without_file;
    for (const PlacedPage& section : placement_->sections) {
      if (section.source == nullptr) {
        without_file.emplace(section.path, false);
      }
    }
    for (const PlacedPage& page : placement_->pages) {
      if (const auto found = without_file.find(page.path); found != without_file.end()) {
        found->second = true;
      }
    }
    for (PlacedPage& section : placement_->sections) {
      section.render = section.render && (section.source != nullptr || !without_file.at(section.path));
    }
  }

  const PlacementInput& input_;
  const Config& config_;
  base::Diagnostics& diagnostics_;
  std::shared_ptr<Placement> placement_;
  std::vector<const SourcePointer*> page_sources_;
  std::vector<const SourcePointer*> newly_hidden_;
  std::map<SectionKey, const SourcePointer*, SectionLess> section_sources_;
  std::map<SectionKey, std::uint32_t, SectionLess> section_index_;
  std::unordered_map<std::string_view, std::size_t> count_below_;
  std::set<std::string, std::less<>> hidden_folders_;
  std::vector<std::string> hidden_sources_;
  bool has_patterns_ = false;
  /// Indices into Config::permalinks.
  std::set<std::size_t> used_patterns_;
};

}  // namespace

std::shared_ptr<const Placement> place_content(const PlacementInput& input, base::Diagnostics& diagnostics) {
  return Placer(input, diagnostics).place();
}

}  // namespace loom::site
