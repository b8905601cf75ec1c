// Tested by tests/migration/jekyll/jekyll_site_test.cpp.
#include "migration/jekyll/jekyll_document.h"

#include <algorithm>

#include "base/ascii.h"
#include "migration/jekyll/jekyll_address.h"
#include "migration/time_zone.h"
#include "site/source_layout.h"

namespace loom::migration {

namespace {

constexpr std::size_t kDateBytes = std::string_view("2024-05-01").size();

std::string_view extension_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

bool is_markdown_extension(std::string_view extension) {
  const std::string lower = base::lower_ascii(extension);
  return lower == ".md" || lower == ".markdown" || lower == ".mkd" || lower == ".mkdn" || lower == ".mkdown";
}

bool is_page_extension(std::string_view extension) {
  return is_markdown_extension(extension) || extension == ".html" || extension == ".htm" ||
         extension == ".xhtml";
}

/// Where a file stands: "posts" and "drafts" may lie in any folder, whose names are categories.
struct Place {
  JekyllKind kind = JekyllKind::Page;
  std::string collection;
  /// Below the folder of the collection, or below the site.
  std::string_view relative;
  std::vector<std::string> categories;
  /// Below a folder that Jekyll does not look into.
  bool is_hidden = false;
};

Place find_place(std::string_view path, const JekyllConfig& config) {
  Place place;
  place.relative = path;
  if (path.starts_with(config.collections_folder)) {
    path.remove_prefix(config.collections_folder.size());
  }
  std::size_t begin = 0;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', begin)) {
    const std::string_view folder = path.substr(begin, slash - begin);
    if (folder == "_posts" || folder == "_drafts") {
      place.kind = folder == "_posts" ? JekyllKind::Post : JekyllKind::Draft;
      place.collection = "posts";
      place.relative = path.substr(slash + 1);
      return place;
    }
    const bool is_collection =
        begin == 0 && folder.starts_with('_') && config.find_collection(folder.substr(1)) != nullptr;
    if (is_collection) {
      place.kind = JekyllKind::CollectionDocument;
      place.collection = folder.substr(1);
      place.relative = path.substr(slash + 1);
      return place;
    }
    place.is_hidden = place.is_hidden || folder.starts_with('_') || folder.starts_with('.');
    place.categories.emplace_back(folder);
    begin = slash + 1;
  }
  const std::string_view name = path.substr(begin);
  place.is_hidden = place.is_hidden || name.starts_with('_') || name.starts_with('.');
  return place;
}

/// "category: a" and "categories: a b" or a list.
std::vector<std::string> terms_of(const base::Data::Table& front, std::string_view one,
                                  std::string_view several) {
  std::vector<std::string> terms;
  if (const base::Data* value = find_value(front, one)) {
    terms = list_value(value);
  }
  const base::Data* value = find_value(front, several);
  if (value != nullptr && value->as_string() != nullptr) {
    for (const std::string_view word : base::split(*value->as_string(), ' ')) {
      if (!word.empty()) {
        terms.emplace_back(word);
      }
    }
  } else {
    for (std::string& term : list_value(value)) {
      terms.push_back(std::move(term));
    }
  }
  return terms;
}

void read_name(std::string_view relative, JekyllDocument& document) {
  const std::string_view file_name = relative.substr(relative.rfind('/') + 1);
  const std::string_view stem = file_name.substr(0, file_name.size() - extension_of(file_name).size());
  document.name = stem;
  if (document.kind == JekyllKind::Post || document.kind == JekyllKind::CollectionDocument) {
    const bool has_date = stem.size() > kDateBytes + 1 && stem[kDateBytes] == '-';
    document.date = has_date ? base::parse_date_time(stem.substr(0, kDateBytes)) : std::nullopt;
    document.name = document.date ? stem.substr(kDateBytes + 1) : stem;
  }
}

/// The date of the metadata counts, in the zone of the site.
void read_date(const JekyllConfig& config, JekyllDocument& document) {
  if (const auto date = date_value(find_value(document.front, "date"), std::chrono::minutes{0})) {
    document.date = in_time_zone(*date, config.time_zone);
  }
}

void add_categories(const Place& place, JekyllDocument& document) {
  if (document.kind == JekyllKind::Post || document.kind == JekyllKind::Draft) {
    document.categories = place.categories;
  }
  for (std::string& term : terms_of(document.front, "category", "categories")) {
    if (std::find(document.categories.begin(), document.categories.end(), term) ==
        document.categories.end()) {
      document.categories.push_back(std::move(term));
    }
  }
}

std::string permalink_of(const JekyllDocument& document, std::string_view stem, const JekyllConfig& config) {
  if (const std::string own = text_value(document.front, "permalink"); !own.empty()) {
    return document.kind == JekyllKind::Page ? own : post_template(own);
  }
  if (document.kind != JekyllKind::Page) {
    return config.find_collection(document.collection)->permalink;
  }
  const bool is_index = stem == "index" || stem.ends_with("/index");
  return is_index ? "/:path/" : with_style_ending("/:path/:basename", config.permalink_style);
}

void find_address(std::string_view relative, const JekyllConfig& config, JekyllDocument& document,
                  NewSite& site) {
  const std::string_view stem = relative.substr(0, relative.size() - extension_of(relative).size());
  const std::string written = text_value(document.front, "slug");
  const std::string& slug = written.empty() ? document.name : written;
  JekyllAddressParts parts;
  parts.title = jekyll_slug(slug, JekyllSlug::Pretty, true);
  parts.slug = jekyll_slug(slug, JekyllSlug::Default, false);
  parts.basename = stem.substr(stem.rfind('/') + 1);
  const std::size_t slash = stem.rfind('/');
  parts.path = document.kind != JekyllKind::Page ? stem
               : slash == std::string_view::npos ? std::string_view()
                                                 : stem.substr(0, slash);
  parts.collection = document.collection;
  parts.categories = document.categories;
  parts.date = document.date;
  const std::string pattern = permalink_of(document, stem, config);
  const auto url = fill_permalink(pattern, parts);
  if (!url && document.kind != JekyllKind::Draft) {
    site.leave(document.source, 0, "its address `" + pattern + "` cannot be worked out",
               "the new site shows it under the address of its file; add an alias when it had another");
  }
  document.url = url.value_or("");
  document.served = url ? served_path(*url) : "";
}

}  // namespace

bool JekyllDocument::is_markdown() const {
  return is_markdown_extension(extension_of(source));
}

std::optional<JekyllDocument> read_jekyll_document(const site::SourceFile& file, const JekyllConfig& config,
                                                   NewSite& site) {
  const Place place = find_place(file.path, config);
  if (place.is_hidden || config.is_excluded(file.path) || file.bytes == nullptr ||
      !file.bytes->starts_with("---") || !is_page_extension(extension_of(file.path))) {
    return std::nullopt;
  }
  OldDocument parsed = parse_old_document(file, std::chrono::minutes{0}, site);
  if (!parsed.has_metadata) {
    return std::nullopt;
  }
  JekyllDocument document;
  document.kind = place.kind;
  document.source = file.path;
  document.collection = place.collection;
  document.body = std::move(parsed.body);
  document.body_line = parsed.body_line;
  const std::string type = place.kind == JekyllKind::Draft  ? "drafts"
                           : place.kind == JekyllKind::Page ? "pages"
                                                            : place.collection;
  document.front = defaults_for(config, file.path, type);
  for (const auto& [key, value] : parsed.front) {
    set_value(document.front, key, value);
  }
  read_name(place.relative, document);
  read_date(config, document);
  add_categories(place, document);
  if (document.kind == JekyllKind::Post && !document.date) {
    return std::nullopt;
  }
  find_address(place.relative, config, document, site);
  return document;
}

bool is_jekyll_static(const site::SourceFile& file, const JekyllConfig& config) {
  const Place place = find_place(file.path, config);
  const JekyllCollection* collection = config.find_collection(place.collection);
  const bool is_published =
      place.kind == JekyllKind::Page || (place.kind == JekyllKind::CollectionDocument && collection->output);
  return is_published && !place.is_hidden && !config.is_excluded(file.path) &&
         (file.bytes == nullptr || !file.bytes->starts_with("---\n"));
}

}  // namespace loom::migration
