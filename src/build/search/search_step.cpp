#include "build/search/search_step.h"

#include <algorithm>
#include <fmt/format.h>

#include "build/fingerprint.h"
#include "build/search/search_client.h"
#include "build/worker_pool.h"
#include "markdown/document.h"

namespace loom::build {

struct SearchStep::Wanted {
  const site::Entry* entry = nullptr;
  const std::optional<base::DateTime>* date = nullptr;
  std::uint64_t document = 0;
};

namespace {

constexpr std::string_view kScriptName = "elasticlunr.min.js";

bool is_fuse(const site::SearchConfig& search) {
  return search.index_format.starts_with("fuse");
}

std::string file_name_of(const site::LanguageSettings& language) {
  const bool is_script = language.search.index_format.ends_with("javascript");
  return fmt::format("search_index.{}.{}", language.code, is_script ? "js" : "json");
}

std::uint64_t fingerprint_of(const site::LanguageSettings& language) {
  const site::SearchConfig& search = language.search;
  return Fingerprint()
      .add(language.code)
      .add(search.index_format)
      .add(search.include_title)
      .add(search.include_description)
      .add(search.include_date)
      .add(search.include_path)
      .add(search.include_content)
      .add(search.truncate_content_length)
      .value();
}

SearchEntry search_entry(const site::Entry& entry, const std::optional<base::DateTime>* date) {
  return {entry.placed->permalink, entry.title,
          entry.description,       date != nullptr && *date ? base::format_rfc3339(**date) : std::string(),
          entry.placed->path,      entry.document->html};
}

std::uint64_t fingerprint_of(const SearchEntry& entry, std::uint64_t document, std::uint64_t settings) {
  return Fingerprint()
      .add(settings)
      .add(document)
      .add(entry.permalink)
      .add(entry.title)
      .add(entry.description)
      .add(entry.date)
      .add(entry.path)
      .value();
}

bool is_of_language(const site::Entry& entry, std::string_view code, const site::Config& config) {
  const std::string& own = entry.placed->language;
  return (own.empty() ? config.default_language : own) == code;
}

base::Diagnostic warning_about(const std::string& file, std::string message, std::string hint) {
  base::Diagnostic warning;
  warning.severity = base::Severity::Warning;
  warning.file = file;
  warning.message = std::move(message);
  warning.hint = std::move(hint);
  return warning;
}

/// An index for which the front page is the one page that cannot be found is a mistake, as in Zola.
void check_front_pages(const site::Library& library, const site::Config& config,
                       base::Diagnostics& diagnostics) {
  for (const site::Section& section : library.sections) {
    if (section.placed->source && section.placed->components.empty() && !section.front().in_search_index &&
        is_of_language(section, config.default_language, config)) {
      base::Diagnostic diagnostic;
      diagnostic.file = section.placed->source->path;
      diagnostic.message = "`build_search_index` is on, but the front page sets `in_search_index = false`";
      diagnostic.hint = "remove one of them";
      diagnostics.add(std::move(diagnostic));
    }
  }
}

bool has_script_of_its_own(const site::SourceTree& tree, const site::Config& config) {
  const std::string name(kScriptName);
  return tree.find("static/" + name) != nullptr ||
         (!config.theme.empty() && tree.find("themes/" + config.theme + "/static/" + name) != nullptr);
}

}  // namespace

site::SourceFile SearchStep::build_index(const std::vector<Wanted>& wanted,
                                         const site::LanguageSettings& language,
                                         base::Diagnostics& diagnostics) {
  const site::SearchConfig& search = language.search;
  const SearchLanguage* words = is_fuse(search) ? nullptr : find_search_language(language.code);
  if (words == nullptr && !is_fuse(search)) {
    diagnostics.add(warning_about(
        "", fmt::format("the search index of the language `{}` finds whole words only", language.code),
        "elasticlunr has no stemmer for it; index_format = \"fuse_json\" searches any text"));
  }
  const std::string name = file_name_of(language);
  const std::uint64_t settings = fingerprint_of(language);
  std::vector<std::uint64_t> fingerprints(wanted.size());
  std::vector<const IndexedEntry*> found(wanted.size());
  std::vector<IndexedEntry> made(wanted.size());
  Fingerprint all;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const SearchEntry entry = search_entry(*wanted[i].entry, wanted[i].date);
    fingerprints[i] = fingerprint_of(entry, wanted[i].document, settings);
    all.add(fingerprints[i]);
    found[i] = entries_.find(entry.permalink, fingerprints[i]);
  }
  if (const site::SourceFile* file = files_.find(name, all.value())) {
    return *file;
  }
  for_each_index(wanted.size(), [&](std::size_t i) {
    if (found[i] == nullptr) {
      const SearchEntry entry = search_entry(*wanted[i].entry, wanted[i].date);
      made[i] = is_fuse(search) ? index_for_fuse(entry, search) : index_for_elasticlunr(entry, search, words);
    }
  });
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (found[i] == nullptr) {
      found[i] = &entries_.put(wanted[i].entry->placed->permalink, fingerprints[i], std::move(made[i]));
    }
  }
  std::string json = is_fuse(search) ? fuse_json(found) : elasticlunr_json(found, search, words);
  if (name.ends_with(".js")) {
    json = "window.searchIndex = " + json;
  }
  return files_.put(name, all.value(), site::make_source_file(name, std::move(json)));
}

std::vector<site::SourceFile> SearchStep::run(const Content& content, const site::SourceTree& tree,
                                              const site::Config& config, base::Diagnostics& diagnostics) {
  std::vector<site::SourceFile> files;
  const site::Library& library = *content.library;
  bool needs_script = false;
  for (const site::LanguageSettings& language : site::all_languages(config)) {
    if (!config.build_search_index || !language.build_search_index) {
      continue;
    }
    std::vector<Wanted> wanted;
    for (std::size_t i = 0; i < library.sections.size(); ++i) {
      const site::Section& section = library.sections[i];
      const site::FrontMatter& front = section.front();
      if (section.placed->render && front.in_search_index && front.section.redirect_to.empty() &&
          is_of_language(section, language.code, config)) {
        wanted.push_back({&section, nullptr, content.section_documents[i]});
      }
    }
    for (std::size_t i = 0; i < library.pages.size(); ++i) {
      const site::Page& page = library.pages[i];
      if (page.front().render && page.in_search_index && is_of_language(page, language.code, config)) {
        wanted.push_back({&page, &page.date, content.page_documents[i]});
      }
    }
    files.push_back(build_index(wanted, language, diagnostics));
    needs_script = needs_script || !is_fuse(language.search);
  }
  if (!files.empty()) {
    check_front_pages(library, config, diagnostics);
  }
  if (needs_script && !elasticlunr_script().empty()) {
    files.push_back(site::make_source_file(std::string(kScriptName), std::string(elasticlunr_script())));
  } else if (needs_script && !has_script_of_its_own(tree, config)) {
    diagnostics.add(warning_about(config.file,
                                  "this Loom was built without npm and has no elasticlunr.min.js to publish",
                                  "put the file of the npm package elasticlunr 0.9.5 into static/"));
  }
  entries_.sweep();
  files_.sweep();
  return files;
}

}  // namespace loom::build
