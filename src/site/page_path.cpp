#include "site/page_path.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/date_format.h"
#include "site/permalink.h"

namespace loom::site {

namespace {

std::string language_prefix(const PagePathInput& input) {
  return input.source.language == input.config.default_language ? "/" : "/" + input.source.language + "/";
}

/// The page that stands for the content folder itself.
bool is_front(const PageSource& source) {
  return source.name == "index" && source.folder.empty() && !source.front.slug;
}

std::string place_in_folder(const PagePathInput& input) {
  const PageSource& source = input.source;
  const std::string_view folder = home_folder(source);
  std::string path = language_prefix(input);
  if (!folder.empty()) {
    path += std::string(folder) + '/';
  }
  return is_front(source) ? path : path + std::string(input.slug) + '/';
}

std::string joined_terms(const PagePathInput& input, const std::string& taxonomy) {
  std::string path;
  for (const auto& [name, terms] : input.source.front.taxonomies) {
    for (const std::string& term : terms) {
      if (name == taxonomy) {
        path += (path.empty() ? "" : "/") + slugify_path(term, input.config.slugify.taxonomies);
      }
    }
  }
  return path;
}

std::string_view file_name_of(const PageSource& source) {
  return source.is_bundle ? std::string_view(source.folder).substr(source.folder.rfind('/') + 1)
                          : std::string_view(source.name);
}

/// Nothing for a date that the page does not have.
std::optional<std::string> text_of(const PermalinkPart& part, const PagePathInput& input) {
  const PageSource& source = input.source;
  const std::string_view folder = home_folder(source);
  switch (part.field) {
    case PermalinkField::Literal:
      return part.text;
    case PermalinkField::Slug:
      return std::string(input.slug);
    case PermalinkField::Title:
      return source.front.title ? slugify_path(*source.front.title, input.config.slugify.paths)
                                : std::string(input.slug);
    case PermalinkField::FileName:
      return std::string(file_name_of(source));
    case PermalinkField::Section:
      return std::string(folder.substr(0, folder.find('/')));
    case PermalinkField::Sections:
      return std::string(folder);
    case PermalinkField::Terms:
      return joined_terms(input, part.text);
    case PermalinkField::Date:
      return source.date ? base::format_date(*source.date, part.text) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::string> expanded(const PermalinkPattern& pattern, const PagePathInput& input) {
  std::string path = language_prefix(input);
  for (const PermalinkPart& part : pattern.parts) {
    const auto text = text_of(part, input);
    if (!text) {
      return std::nullopt;
    }
    path += *text;
  }
  return normalized_path(path);
}

void report_missing_date(const PermalinkPattern& pattern, const PageSource& source,
                         base::Diagnostics& diagnostics) {
  base::Diagnostic diagnostic;
  diagnostic.file = source.path;
  diagnostic.line = source.front.syntax == FrontMatterSyntax::None ? 0 : 1;
  diagnostic.message = "the address `" + pattern.text + "` needs a date, and this page has none";
  diagnostic.hint = "give it a `date`, or a `path` of its own";
  if (pattern.file != source.path) {
    diagnostic.trail.push_back("the pattern stands in " + pattern.file + ":" + std::to_string(pattern.line));
  }
  diagnostics.add(std::move(diagnostic));
}

}  // namespace

std::string_view parent_folder(std::string_view folder) {
  const std::size_t slash = folder.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : folder.substr(0, slash);
}

std::string_view home_folder(const PageSource& source) {
  return source.is_bundle ? parent_folder(source.folder) : std::string_view(source.folder);
}

std::string find_page_path(const PagePathInput& input, base::Diagnostics& diagnostics) {
  const FrontMatter& front = input.source.front;
  if (front.path) {
    const std::string path = normalized_path(*front.path);
    return path.ends_with('/') ? path : path + '/';
  }
  if (front.permalink) {
    return normalized_path(*front.permalink);
  }
  const PermalinkPattern* pattern =
      front.permalink_pattern ? &*front.permalink_pattern : input.section_pattern;
  if (pattern == nullptr || (!front.permalink_pattern && is_front(input.source))) {
    return place_in_folder(input);
  }
  if (auto path = expanded(*pattern, input)) {
    return *std::move(path);
  }
  report_missing_date(*pattern, input.source, diagnostics);
  return place_in_folder(input);
}

}  // namespace loom::site
