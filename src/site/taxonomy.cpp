#include "site/taxonomy.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "site/library.h"
#include "site/permalink.h"
#include "site/sorting.h"

namespace loom::site {

namespace {

std::string taxonomy_path(const TaxonomyConfig& taxonomy, const std::string& language, const Config& config) {
  std::string path = language == config.default_language ? "/" : "/" + language + "/";
  if (!config.taxonomy_root.empty()) {
    path += config.taxonomy_root + "/";
  }
  return path + taxonomy.slug + "/";
}

/// Pages by the slug of their term. Pages come in order, so each list is ordered and a repetition is its last
/// one.
struct FoundTerm {
  std::string name;
  std::vector<std::uint32_t> pages;
};

std::map<std::string, FoundTerm> find_terms(std::span<const Page> pages, const Taxonomy& taxonomy,
                                            const Config& config) {
  std::map<std::string, FoundTerm> terms;
  std::map<std::string_view, FoundTerm*> by_name;
  for (std::uint32_t i = 0; i < pages.size(); ++i) {
    // Zola keeps pages that are not rendered in the lists of their terms.
    const bool is_listed = pages[i].placed->render || config.kind == SiteKind::Zola;
    if (pages[i].placed->language != taxonomy.language || !is_listed) {
      continue;
    }
    for (const auto& [kind, names] : pages[i].front().taxonomies) {
      if (kind != taxonomy.config.name) {
        continue;
      }
      for (const std::string& name : names) {
        FoundTerm*& found = by_name[name];
        if (found == nullptr) {
          found = &terms[slugify_path(name, config.slugify.taxonomies)];
          found->name = found->name.empty() ? name : std::min(found->name, name);
        }
        if (found->pages.empty() || found->pages.back() != i) {
          found->pages.push_back(i);
        }
      }
    }
  }
  return terms;
}

/// A series is read from its beginning; Zola knows only newest first.
bool is_oldest_first(const TaxonomyConfig& taxonomy, const Config& config) {
  return taxonomy.name == "series" && config.kind != SiteKind::Zola;
}

Term build_term(std::span<const Page> pages, std::string slug, FoundTerm found, const Taxonomy& taxonomy) {
  Term term;
  term.name = std::move(found.name);
  term.path = taxonomy.path + slug + "/";
  term.slug = std::move(slug);
  SortedPages sorted = sort_pages(pages, std::move(found.pages), SortBy::Date);
  term.pages = std::move(sorted.pages);
  term.pages.insert(term.pages.end(), sorted.unsortable.begin(), sorted.unsortable.end());
  return term;
}

}  // namespace

Taxonomy build_taxonomy(std::span<const Page> pages, const TaxonomyConfig& taxonomy_config,
                        const std::string& language, const Config& config) {
  Taxonomy taxonomy;
  taxonomy.config = taxonomy_config;
  taxonomy.language = language;
  taxonomy.path = taxonomy_path(taxonomy_config, language, config);
  taxonomy.permalink = make_permalink(config.base_url, taxonomy.path);
  for (auto& [slug, found] : find_terms(pages, taxonomy, config)) {
    Term term = build_term(pages, slug, std::move(found), taxonomy);
    if (is_oldest_first(taxonomy_config, config)) {
      const auto dated_end = std::find_if(term.pages.begin(), term.pages.end(),
                                          [&](std::uint32_t page) { return !pages[page].date.has_value(); });
      std::reverse(term.pages.begin(), dated_end);
    }
    term.permalink = make_permalink(config.base_url, term.path);
    if (taxonomy_config.paginate_by > 0) {
      std::vector<std::uint32_t> rendered = term.pages;
      std::erase_if(rendered, [&](std::uint32_t page) { return !pages[page].placed->render; });
      term.paginator = build_paginator(
          {taxonomy_config.paginate_by, false, taxonomy_config.paginate_path, term.path, term.permalink},
          std::move(rendered));
    }
    taxonomy.terms.push_back(std::move(term));
  }
  return taxonomy;
}

}  // namespace loom::site
