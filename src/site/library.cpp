#include "site/library.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/check.h"
#include "markdown/document.h"
#include "markdown/words.h"
#include "site/link_index.h"
#include "site/sorting.h"

namespace loom::site {

namespace {

using DocumentPointer = std::shared_ptr<const markdown::Document>;

/// "getting-started" -> "Getting started".
std::string humanized(std::string_view name) {
  std::string title(name);
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  }
  return title;
}

void fill_entry(Entry& entry, const PlacedPage& placed, const DocumentPointer& document) {
  static const DocumentPointer kEmpty = std::make_shared<markdown::Document>();
  entry.placed = &placed;
  entry.document = document == nullptr ? kEmpty : document;
  entry.description = entry.front().description.value_or("");
  entry.word_count = entry.document->word_count;
  entry.reading_time_minutes = markdown::reading_time_minutes(entry.word_count);
  if (entry.front().title) {
    entry.title = *entry.front().title;
  } else if (placed.source != nullptr && placed.source->takes_title_from_heading) {
    entry.title = entry.document->first_heading;
  }
}

void count_words_of(Entry& entry) {
  if (entry.placed->source != nullptr) {
    entry.word_count = markdown::count_words(entry.placed->source->body());
    entry.reading_time_minutes = markdown::reading_time_minutes(entry.word_count);
  }
}

class LibraryBuilder {
 public:
  LibraryBuilder(std::shared_ptr<const Placement> placement, const Config& config,
                 base::Diagnostics& diagnostics)
      : placement_(*placement), config_(config), diagnostics_(diagnostics) {
    library_.placement = std::move(placement);
  }

  Library build(const LibraryDocuments& documents) {
    add_pages(documents.pages);
    add_sections(documents.sections);
    assign_pages();
    assign_subsections();
    for (Section& section : library_.sections) {
      sort_section(section);
    }
    add_taxonomies();
    add_backlinks();
    add_translations();
    return std::move(library_);
  }

 private:
  void add_pages(std::span<const DocumentPointer> documents) {
    LOOM_CHECK(documents.size() == placement_.pages.size());
    library_.pages.resize(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      Page& page = library_.pages[i];
      const PlacedPage& placed = placement_.pages[i];
      fill_entry(page, placed, documents[i]);
      if (page.title.empty() && placed.source->takes_title_from_heading) {
        page.title = humanized(placed.source->name_slug);
      }
      page.date = placed.source->date;
      page.updated = placed.source->updated;
      page.template_name = page_template(page);
      page.in_search_index = page.front().in_search_index && parent_is_in_search_index(placed);
    }
  }

  bool parent_is_in_search_index(const PlacedPage& placed) const {
    const PageSource* parent =
        placed.parent == kNone ? nullptr : placement_.sections[placed.parent].source.get();
    return parent == nullptr || parent->front.in_search_index;
  }

  std::string page_template(const Page& page) const {
    if (!page.front().template_name.empty()) {
      return page.front().template_name;
    }
    if (page.placed->parent == kNone) {
      return "page.html";
    }
    std::vector<std::uint32_t> above = placement_.sections[page.placed->parent].ancestors;
    above.push_back(page.placed->parent);
    for (auto it = above.rbegin(); it != above.rend(); ++it) {
      const PageSource* section = placement_.sections[*it].source.get();
      if (section != nullptr && !section->front.section.page_template.empty()) {
        return section->front.section.page_template;
      }
    }
    return "page.html";
  }

  void add_sections(std::span<const DocumentPointer> documents) {
    LOOM_CHECK(documents.size() == placement_.sections.size());
    library_.sections.resize(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      Section& section = library_.sections[i];
      const PlacedPage& placed = placement_.sections[i];
      fill_entry(section, placed, documents[i]);
      const bool is_root = placed.slug.empty();
      if (section.title.empty() && config_.kind == SiteKind::Bare) {
        section.title = is_root ? config_.title : humanized(placed.slug);
      }
      section.template_name = !section.front().template_name.empty() ? section.front().template_name
                              : is_root                              ? "index.html"
                                                                     : "section.html";
      const SortBy fallback = config_.kind == SiteKind::Bare ? SortBy::Date : SortBy::None;
      section.sort_by = section.front().section.sort_by.value_or(fallback);
      section.generate_feeds = section.front().section.generate_feeds;
    }
  }

  /// A page is in its section, and in the ones around it as long as they are transparent.
  void assign_pages() {
    for (std::uint32_t i = 0; i < library_.pages.size(); ++i) {
      const PlacedPage& placed = placement_.pages[i];
      if (placed.parent == kNone) {
        library_.orphans.push_back(i);
        continue;
      }
      for (std::uint32_t at = placed.render ? placed.parent : kNone; at != kNone;) {
        library_.sections[at].pages.push_back(i);
        const bool is_transparent = library_.sections[at].front().section.transparent;
        at = is_transparent ? placement_.sections[at].parent : kNone;
      }
    }
  }

  void assign_subsections() {
    for (std::uint32_t i = 0; i < library_.sections.size(); ++i) {
      if (const std::uint32_t parent = placement_.sections[i].parent; parent != kNone) {
        library_.sections[parent].subsections.push_back(i);
      }
    }
    const auto weight = [&](std::uint32_t section) {
      return library_.sections[section].front().weight.value_or(0);
    };
    for (Section& section : library_.sections) {
      std::stable_sort(section.subsections.begin(), section.subsections.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return weight(a) < weight(b); });
    }
  }

  void sort_section(Section& section) {
    SortedPages sorted = sort_pages(library_.pages, std::move(section.pages), section.sort_by);
    section.pages = std::move(sorted.pages);
    if (config_.kind == SiteKind::Bare) {
      section.pages.insert(section.pages.end(), sorted.unsortable.begin(), sorted.unsortable.end());
    } else {
      section.ignored_pages = std::move(sorted.unsortable);
    }
    const SectionFields& fields = section.front().section;
    if (section.sort_by != SortBy::None && !fields.transparent) {
      link_neighbours(section.pages);
    }
    const std::size_t paginate_by = fields.paginate_by.value_or(config_.paginate_by);
    if (paginate_by > 0) {
      section.paginator = build_paginator({paginate_by, fields.paginate_reversed, fields.paginate_path,
                                           section.placed->path, section.placed->permalink},
                                          section.pages);
    }
  }

  void link_neighbours(const std::vector<std::uint32_t>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      library_.pages[pages[i]].lower = i == 0 ? kNone : pages[i - 1];
      library_.pages[pages[i]].higher = i + 1 == pages.size() ? kNone : pages[i + 1];
    }
  }

  void add_taxonomies() {
    add_taxonomies_of(config_.default_language, config_.taxonomies);
    for (const LanguageConfig& language : config_.languages) {
      add_taxonomies_of(language.code, language.taxonomies);
    }
  }

  void add_taxonomies_of(const std::string& language, const std::vector<TaxonomyConfig>& configs) {
    for (const TaxonomyConfig& taxonomy_config : configs) {
      Taxonomy taxonomy = build_taxonomy(library_.pages, taxonomy_config, language, config_);
      if (config_.kind == SiteKind::Bare && taxonomy.terms.empty()) {
        continue;
      }
      check_paths(taxonomy);
      library_.taxonomies.push_back(std::move(taxonomy));
    }
  }

  void check_paths(Taxonomy& taxonomy) {
    if (!taxonomy.config.render || taxonomy.terms.empty()) {
      return;
    }
    check_path(taxonomy, taxonomy.path, "the list of `" + taxonomy.config.name + "`");
    for (const Term& term : taxonomy.terms) {
      check_path(taxonomy, term.path, "the term `" + term.name + "` of `" + taxonomy.config.name + "`");
    }
  }

  void check_path(Taxonomy& taxonomy, const std::string& path, const std::string& what) {
    if (!placement_.links->has_path(path) || !taxonomy.config.render) {
      return;
    }
    base::Diagnostic diagnostic;
    diagnostic.file = config_.file;
    diagnostic.message = "`" + path + "`, the path of " + what + ", is also the path of a page";
    diagnostic.hint = "give the page another `path`, or set `taxonomy_root`";
    if (config_.kind == SiteKind::Zola) {
      diagnostic.severity = base::Severity::Warning;
      diagnostic.hint += "; the page is not published";
      library_.replaced_paths.insert(path);
    } else if (config_.kind == SiteKind::Bare) {
      diagnostic.severity = base::Severity::Warning;
      diagnostic.hint = "rename the folder; until then there are no pages for `" + taxonomy.config.name + "`";
      taxonomy.config.render = false;
    }
    diagnostics_.add(std::move(diagnostic));
  }

  void add_backlinks() {
    std::unordered_map<std::string_view, Entry*> targets;
    for (Section& section : library_.sections) {
      targets.try_emplace(section.placed->permalink, &section);
    }
    for (Page& page : library_.pages) {
      targets.try_emplace(page.placed->permalink, &page);
    }
    std::vector<const Entry*> sources;
    for (const Section& section : library_.sections) {
      sources.push_back(&section);
    }
    for (const Page& page : library_.pages) {
      sources.push_back(&page);
    }
    std::sort(sources.begin(), sources.end(),
              [](const Entry* a, const Entry* b) { return a->placed->permalink < b->placed->permalink; });
    for (const Entry* source : sources) {
      add_links_of(*source, targets);
    }
  }

  static void add_links_of(const Entry& source, const std::unordered_map<std::string_view, Entry*>& targets) {
    for (const markdown::Link& link : source.document->links) {
      const std::string_view url = std::string_view(link.url).substr(0, link.url.find('#'));
      const auto found = link.is_image ? targets.end() : targets.find(url);
      if (found == targets.end() || found->second == &source) {
        continue;
      }
      std::vector<const Entry*>& backlinks = found->second->backlinks;
      if (backlinks.empty() || backlinks.back() != &source) {
        backlinks.push_back(&source);
      }
    }
  }

  std::size_t language_rank(const Entry& entry) const {
    const LanguageConfig* language = find_language(config_, entry.placed->language);
    return language == nullptr ? 0 : static_cast<std::size_t>(language - config_.languages.data()) + 1;
  }

  /// Folder and name without the language: what the versions of one text have in common.
  static std::pair<std::string_view, std::string_view> canonical_name(const PlacedPage& placed) {
    return placed.source == nullptr
               ? std::pair<std::string_view, std::string_view>("", "_index")
               : std::pair<std::string_view, std::string_view>(placed.source->folder, placed.source->name);
  }

  void add_translations() {
    if (config_.languages.empty()) {
      return;
    }
    std::map<std::pair<std::string_view, std::string_view>, std::vector<Entry*>> groups;
    for (Section& section : library_.sections) {
      groups[canonical_name(*section.placed)].push_back(&section);
    }
    for (Page& page : library_.pages) {
      if (page.placed->render) {
        groups[canonical_name(*page.placed)].push_back(&page);
      }
    }
    for (auto& [name, entries] : groups) {
      std::stable_sort(entries.begin(), entries.end(),
                       [&](const Entry* a, const Entry* b) { return language_rank(*a) < language_rank(*b); });
      for (Entry* entry : entries) {
        entry->translations.assign(entries.begin(), entries.end());
      }
    }
  }

  const Placement& placement_;
  const Config& config_;
  base::Diagnostics& diagnostics_;
  Library library_;
};

std::uint32_t find_by_path(std::span<const PlacedPage> placed, std::string_view relative_path) {
  const auto found = std::find_if(placed.begin(), placed.end(), [&](const PlacedPage& page) {
    return page.relative_path == relative_path;
  });
  return found == placed.end() ? kNone : static_cast<std::uint32_t>(found - placed.begin());
}

/// In a bare folder `README.md` and `index.md` are sections, and templates ask for them as for any other.
std::uint32_t find_by_section_name(std::span<const PlacedPage> placed, std::string_view relative_path) {
  constexpr std::string_view kName = "_index.md";
  const std::string_view folder = relative_path.substr(0, relative_path.size() - kName.size());
  const auto is_meant = [&](const PlacedPage& section) {
    const std::string_view path = section.relative_path;
    return path.starts_with(folder) &&
           (path.substr(folder.size()) == "README.md" || path.substr(folder.size()) == "index.md");
  };
  const auto found = std::find_if(placed.begin(), placed.end(), is_meant);
  return found == placed.end() ? kNone : static_cast<std::uint32_t>(found - placed.begin());
}

}  // namespace

const FrontMatter& Entry::front() const {
  static const FrontMatter kEmpty;
  return placed->source == nullptr ? kEmpty : placed->source->front;
}

std::uint32_t Library::find_page(std::string_view relative_path) const {
  // Ordered by source path, which is a common prefix and the relative path.
  const std::vector<PlacedPage>& placed = placement->pages;
  const auto found = std::lower_bound(
      placed.begin(), placed.end(), relative_path,
      [](const PlacedPage& page, std::string_view path) { return page.relative_path < path; });
  const bool is_found = found != placed.end() && found->relative_path == relative_path;
  return is_found ? static_cast<std::uint32_t>(found - placed.begin()) : kNone;
}

std::uint32_t Library::find_section(std::string_view relative_path) const {
  const std::uint32_t found = find_by_path(placement->sections, relative_path);
  const bool is_section_name = relative_path == "_index.md" || relative_path.ends_with("/_index.md");
  return found == kNone && is_section_name ? find_by_section_name(placement->sections, relative_path) : found;
}

Library outline_library(std::shared_ptr<const Placement> placement) {
  Library library;
  for (const PlacedPage& placed : placement->sections) {
    fill_entry(library.sections.emplace_back(), placed, nullptr);
  }
  library.placement = std::move(placement);
  return library;
}

Page outline_page(const PlacedPage& placed) {
  Page page;
  fill_entry(page, placed, nullptr);
  count_words_of(page);
  if (placed.source != nullptr) {
    page.date = placed.source->date;
    page.updated = placed.source->updated;
  }
  return page;
}

Section outline_section(const PlacedPage& placed) {
  Section section;
  fill_entry(section, placed, nullptr);
  count_words_of(section);
  section.generate_feeds = section.front().section.generate_feeds;
  return section;
}

Library build_library(std::shared_ptr<const Placement> placement, const LibraryDocuments& documents,
                      const Config& config, base::Diagnostics& diagnostics) {
  return LibraryBuilder(std::move(placement), config, diagnostics).build(documents);
}

}  // namespace loom::site
