#include "build/entities.h"

#include "build/fingerprint.h"
#include "build/values/site_values.h"

namespace loom::build {
namespace {

using site::Library;

void add_text_list(Fingerprint& fingerprint, const std::vector<std::string>& texts) {
  fingerprint.add(texts.size());
  for (const std::string& text : texts) {
    fingerprint.add(text);
  }
}

void add_date(Fingerprint& fingerprint, const std::optional<base::DateTime>& date) {
  fingerprint.add(date ? base::format_rfc3339(*date) + (date->has_time ? "t" : "d") : "");
}

void add_page_names(Fingerprint& fingerprint, const Library& library,
                    const std::vector<std::uint32_t>& indices) {
  fingerprint.add(indices.size());
  for (const std::uint32_t index : indices) {
    fingerprint.add(library.pages[index].placed->relative_path);
  }
}

/// Everything of the file but the text of its body.
void add_entry(Fingerprint& fingerprint, const Library& library, const site::Entry& entry) {
  const site::PlacedPage& placed = *entry.placed;
  if (placed.source) {
    fingerprint.add(placed.source->metadata_hash);
  }
  fingerprint.add(placed.relative_path)
      .add(placed.permalink)
      .add(placed.slug)
      .add(entry.title)
      .add(entry.description);
  add_text_list(fingerprint, placed.aliases);
  for (const std::uint32_t index : placed.ancestors) {
    fingerprint.add(library.sections[index].placed->relative_path);
  }
  for (const site::Entry* translation : entry.translations) {
    fingerprint.add(translation->placed->relative_path)
        .add(translation->placed->permalink)
        .add(translation->title);
  }
  for (std::uint32_t i = placed.assets_begin; i < placed.assets_end; ++i) {
    fingerprint.add(library.placement->assets[i].path);
  }
}

/// What the body shows: the document, the text it came from, and who links here.
std::uint64_t body_fingerprint(const site::Entry& entry, std::uint64_t document) {
  Fingerprint fingerprint;
  fingerprint.add(document)
      .add(entry.placed->permalink)
      .add(entry.word_count)
      .add(entry.reading_time_minutes);
  if (entry.placed->source) {
    fingerprint.add(entry.placed->source->body_hash);
  }
  for (const site::Entry* source : entry.backlinks) {
    fingerprint.add(source->placed->permalink).add(source->title);
  }
  return fingerprint.value();
}

void set_entry(EntityTable& entities, const site::Entry& entry, std::uint64_t document) {
  const std::string& path = entry.placed->relative_path;
  entities.set(body_key(path), body_fingerprint(entry, document));
}

std::uint64_t page_fingerprint(const Library& library, const site::Page& page) {
  Fingerprint fingerprint;
  add_entry(fingerprint, library, page);
  fingerprint.add(page.in_search_index);
  add_date(fingerprint, page.date);
  add_date(fingerprint, page.updated);
  for (const std::uint32_t neighbour : {page.lower, page.higher}) {
    fingerprint.add(neighbour == site::kNone ? "" : library.pages[neighbour].placed->relative_path);
  }
  return fingerprint.value();
}

void add_paginator(Fingerprint& fingerprint, const Library& library,
                   const std::optional<site::Paginator>& paginator) {
  fingerprint.add(paginator ? paginator->paginate_by : 0);
  if (paginator) {
    fingerprint.add(paginator->base_url);
    add_page_names(fingerprint, library, paginator->pages);
  }
}

std::uint64_t section_fingerprint(const Library& library, const site::Section& section) {
  Fingerprint fingerprint;
  add_entry(fingerprint, library, section);
  fingerprint.add(section.generate_feeds);
  fingerprint.add(section.paginator ? section.paginator->paginate_by : 0);
  for (const std::uint32_t index : section.subsections) {
    fingerprint.add(library.sections[index].placed->relative_path);
  }
  return fingerprint.value();
}

std::uint64_t section_pages_fingerprint(const Library& library, const site::Section& section) {
  Fingerprint fingerprint;
  add_page_names(fingerprint, library, section.pages);
  add_paginator(fingerprint, library, section.paginator);
  return fingerprint.value();
}

std::uint64_t taxonomy_fingerprint(const Library& library, const site::Taxonomy& taxonomy) {
  Fingerprint fingerprint;
  fingerprint.add(taxonomy.permalink).add(taxonomy.config.render).add(taxonomy.terms.size());
  for (const site::Term& term : taxonomy.terms) {
    fingerprint.add(term.name).add(term.permalink);
    add_page_names(fingerprint, library, term.pages);
    add_paginator(fingerprint, library, term.paginator);
  }
  return fingerprint.value();
}

std::uint64_t term_links_fingerprint(const site::Taxonomy& taxonomy) {
  Fingerprint fingerprint;
  for (const site::Term& term : taxonomy.terms) {
    fingerprint.add(term.name).add(term.slug).add(term.permalink);
  }
  return fingerprint.value();
}

}  // namespace

EntityKey all_pages_key() {
  return entity_key("list", "all pages");
}

EntityKey file_key(std::string_view path) {
  return entity_key("file", path);
}

EntityKey template_key(std::string_view name) {
  return entity_key("template", name);
}

EntityKey template_closure_key(std::string_view name) {
  return entity_key("template closure", name);
}

void add_file_entities(EntityTable& entities, const site::SourceTree& tree) {
  for (const site::SourceFile& file : tree.files()) {
    entities.set(file_key(file.path), file.hash);
  }
}

void add_template_entities(EntityTable& entities, const std::vector<templating::TemplateSource>& sources) {
  for (const templating::TemplateSource& source : sources) {
    entities.set(template_key(source.name), base::hash64(source.text, base::hash64(source.path)));
  }
}

void add_template_closures(EntityTable& entities, const templating::TemplateSet& templates) {
  for (const std::string& name : templates.names()) {
    Fingerprint fingerprint;
    for (const std::string& dependency : templates.dependencies(name)) {
      fingerprint.add(dependency).add(entities.find(template_key(dependency)));
    }
    entities.set(template_closure_key(name), fingerprint.value());
  }
}

void add_permalink_entities(EntityTable& entities, const site::Placement& placement) {
  for (const auto* all : {&placement.pages, &placement.sections}) {
    for (const site::PlacedPage& placed : *all) {
      entities.set(permalink_key(placed.relative_path), Fingerprint().add(placed.permalink).value());
    }
  }
  for (const site::PlacedAsset& asset : placement.assets) {
    entities.set(asset_path_key(asset.path), Fingerprint().add(asset.source_path).value());
  }
}

EntityKey asset_path_key(std::string_view path) {
  return entity_key("asset path", path);
}

EntityKey compiled_file_key(std::string_view path) {
  return entity_key("compiled file", path);
}

void add_compiled_entities(EntityTable& entities, const site::SourceTree& compiled) {
  for (const site::SourceFile& file : compiled.files()) {
    entities.set(compiled_file_key(file.path), file.hash);
  }
}

void add_content_entities(EntityTable& entities, const Content& content) {
  const Library& library = *content.library;
  Fingerprint all_pages;
  Fingerprint all_metadata;
  for (std::size_t i = 0; i < library.pages.size(); ++i) {
    const site::Page& page = library.pages[i];
    const std::uint64_t fingerprint = page_fingerprint(library, page);
    entities.set(page_key(page.placed->relative_path), fingerprint);
    all_metadata.add(fingerprint);
    set_entry(entities, page, content.page_documents[i]);
    all_pages.add(page.placed->permalink);
    add_date(all_pages, page.date);
  }
  for (std::size_t i = 0; i < library.sections.size(); ++i) {
    const site::Section& section = library.sections[i];
    const std::uint64_t fingerprint = section_fingerprint(library, section);
    set_entry(entities, section, content.section_documents[i]);
    entities.set(section_key(section.placed->relative_path), fingerprint);
    entities.set(section_pages_key(section.placed->relative_path),
                 section_pages_fingerprint(library, section));
    all_pages.add(section.placed->permalink);
  }
  for (const site::Taxonomy& taxonomy : library.taxonomies) {
    entities.set(taxonomy_key(taxonomy), taxonomy_fingerprint(library, taxonomy));
    entities.set(term_links_key(taxonomy.language, taxonomy.config.name), term_links_fingerprint(taxonomy));
  }
  entities.set(all_pages_key(), all_pages.value());
  entities.set(all_metadata_key(), all_metadata.value());
}

}  // namespace loom::build
