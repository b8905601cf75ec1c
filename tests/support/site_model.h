// Runs the pure steps of site/ over a text block: sources, placement, documents, library.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "site/library.h"
#include "site/link_index.h"
#include "site/site_link_resolver.h"
#include "support/source_tree_text.h"

namespace loom::support {

inline base::UnixTime test_now() {
  return base::parse_date_time("2026-01-01T00:00:00Z")->moment;
}

/// What one text block becomes. Members hold each other's values alive.
struct SiteModel {
  explicit SiteModel(std::string_view text, bool include_drafts = false) : tree(source_tree(text)) {
    config = site::read_config(tree, "my-folder", diagnostics);
    for (const site::SourceFile& file : tree.files()) {
      if (site::is_page_source(file.path, config)) {
        sources.push_back(site::parse_page_source(file, config, diagnostics));
      }
    }
    placement = site::place_content({sources, tree, config, test_now(), include_drafts}, diagnostics);
    const auto pages = render(placement->pages);
    const auto sections = render(placement->sections);
    library = site::build_library(placement, {pages, sections}, config, diagnostics);
    diagnostics.sort();
  }

  const site::PlacedPage* find_placed(std::string_view path) const {
    for (const auto* list : {&placement->pages, &placement->sections}) {
      const auto found =
          std::find_if(list->begin(), list->end(), [&](const auto& page) { return page.path == path; });
      if (found != list->end()) {
        return &*found;
      }
    }
    return nullptr;
  }
  const site::Page& page(std::string_view relative_path) const {
    return library.pages.at(library.find_page(relative_path));
  }
  const site::Section& section(std::string_view relative_path) const {
    return library.sections.at(library.find_section(relative_path));
  }
  /// "a.md b.md", in order.
  std::string names(const std::vector<std::uint32_t>& pages) const {
    std::string text;
    for (const std::uint32_t index : pages) {
      text += (text.empty() ? "" : " ") + placement->pages.at(index).relative_path;
    }
    return text;
  }
  /// "/ /a/ /b/", the paths of all rendered pages, sections and assets, ordered.
  std::string paths() const {
    std::vector<std::string> all;
    for (const auto* list : {&placement->pages, &placement->sections}) {
      for (const site::PlacedPage& placed : *list) {
        if (placed.render) {
          all.push_back(placed.path);
        }
      }
    }
    for (const site::PlacedAsset& asset : placement->assets) {
      all.push_back(asset.path);
    }
    std::sort(all.begin(), all.end());
    std::string text;
    for (const std::string& path : all) {
      text += (text.empty() ? "" : " ") + path;
    }
    return text;
  }
  /// "content/a.md:3:5: message", one per line.
  std::string messages() const {
    std::string text;
    for (const base::Diagnostic& item : diagnostics.items()) {
      text += item.file + ":" + std::to_string(item.line) + ":" + std::to_string(item.column) + ": " +
              item.message + "\n";
    }
    return text;
  }

  base::Diagnostics diagnostics;
  site::SourceTree tree;
  site::Config config;
  std::vector<std::shared_ptr<const site::PageSource>> sources;
  std::shared_ptr<const site::Placement> placement;
  site::Library library;

 private:
  std::vector<std::shared_ptr<const markdown::Document>> render(const std::vector<site::PlacedPage>& pages) {
    std::vector<std::shared_ptr<const markdown::Document>> documents;
    for (const site::PlacedPage& placed : pages) {
      if (placed.source == nullptr) {
        documents.push_back(nullptr);
        continue;
      }
      const site::SiteLinkResolver resolver(placement->links, placed.relative_path, placed.path);
      markdown::MarkdownInput input;
      input.text = placed.source->body();
      input.file = placed.source->path;
      input.first_line = placed.source->front.body_line;
      input.resolver = &resolver;
      documents.push_back(
          std::make_shared<markdown::Document>(markdown::render_markdown(input, diagnostics)));
    }
    return documents;
  }
};

}  // namespace loom::support
