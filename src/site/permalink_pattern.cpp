#include "site/permalink_pattern.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/edit_distance.h"

namespace loom::site {

namespace {

struct Placeholder {
  std::string_view name;
  PermalinkField field;
  std::string_view conversion;
};

/// The names that Hugo and Jekyll give them, where both mean the same thing by a name.
constexpr auto kPlaceholders = std::to_array<Placeholder>({
    {"slug", PermalinkField::Slug, ""},         {"title", PermalinkField::Title, ""},
    {"filename", PermalinkField::FileName, ""}, {"section", PermalinkField::Section, ""},
    {"sections", PermalinkField::Sections, ""}, {"year", PermalinkField::Date, "%Y"},
    {"short_year", PermalinkField::Date, "%y"}, {"month", PermalinkField::Date, "%m"},
    {"i_month", PermalinkField::Date, "%-m"},   {"monthname", PermalinkField::Date, "%B"},
    {"long_month", PermalinkField::Date, "%B"}, {"short_month", PermalinkField::Date, "%b"},
    {"day", PermalinkField::Date, "%d"},        {"i_day", PermalinkField::Date, "%-d"},
    {"y_day", PermalinkField::Date, "%j"},      {"yearday", PermalinkField::Date, "%-j"},
    {"weekday", PermalinkField::Date, "%w"},    {"weekdayname", PermalinkField::Date, "%A"},
    {"long_day", PermalinkField::Date, "%A"},   {"short_day", PermalinkField::Date, "%a"},
    {"hour", PermalinkField::Date, "%H"},       {"minute", PermalinkField::Date, "%M"},
    {"second", PermalinkField::Date, "%S"},
});

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}

/// The name behind the colon at `colon`, "" when none follows.
std::string_view name_at(std::string_view text, std::size_t colon) {
  std::size_t end = colon + 1;
  while (end < text.size() && is_name_character(text[end])) {
    ++end;
  }
  return text.substr(colon + 1, end - colon - 1);
}

std::optional<PermalinkPart> find_part(std::string_view name, std::span<const std::string> taxonomy_names) {
  const auto known = std::find_if(kPlaceholders.begin(), kPlaceholders.end(),
                                  [&](const Placeholder& item) { return item.name == name; });
  if (known != kPlaceholders.end()) {
    return PermalinkPart{known->field, std::string(known->conversion)};
  }
  if (std::find(taxonomy_names.begin(), taxonomy_names.end(), name) != taxonomy_names.end()) {
    return PermalinkPart{PermalinkField::Terms, std::string(name)};
  }
  return std::nullopt;
}

PatternMistake unknown_placeholder(std::string_view name, std::span<const std::string> taxonomy_names) {
  std::vector<std::string> names(taxonomy_names.begin(), taxonomy_names.end());
  std::string list;
  for (const Placeholder& item : kPlaceholders) {
    names.emplace_back(item.name);
  }
  for (const std::string_view common : {"slug", "title", "filename", "section", "year", "month", "day"}) {
    list += (list.empty() ? ":" : ", :") + std::string(common);
  }
  const auto nearest = base::find_nearest_name(name, names);
  return {"there is no placeholder `:" + std::string(name) + "`",
          nearest ? "did you mean `:" + *nearest + "`?"
                  : "there are " + list + ", the taxonomies of this site by name, and some more"};
}

void append_literal(PermalinkPattern& pattern, std::string_view text) {
  if (!text.empty()) {
    pattern.parts.push_back({PermalinkField::Literal, std::string(text)});
  }
}

bool is_path_text(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '?' || c == '#' || c == '\\';
  });
}

}  // namespace

bool has_placeholder(std::string_view text) {
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos;
       colon = text.find(':', colon + 1)) {
    if (!name_at(text, colon).empty()) {
      return true;
    }
  }
  return false;
}

std::optional<PermalinkPattern> parse_permalink_pattern(std::string_view text,
                                                        std::span<const std::string> taxonomy_names,
                                                        PatternMistake& mistake) {
  if (!is_path_text(text)) {
    mistake = {"`" + std::string(text) + "` is no path of a URL",
               "leave blanks, `?`, `#` and `\\` out of it"};
    return std::nullopt;
  }
  if (!has_placeholder(text)) {
    mistake = {"`" + std::string(text) + "` gives all its pages one address",
               "put a placeholder into it: \"/blog/:slug/\""};
    return std::nullopt;
  }
  PermalinkPattern pattern;
  pattern.text = text;
  std::size_t literal_begin = 0;
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    std::string_view name = name_at(text, at);
    if (name.empty()) {
      continue;
    }
    std::optional<PermalinkPart> part = find_part(name, taxonomy_names);
    // ":year_:month" means the year and an underscore.
    while (!part && name.ends_with('_')) {
      name.remove_suffix(1);
      part = find_part(name, taxonomy_names);
    }
    if (!part) {
      mistake = unknown_placeholder(name_at(text, at), taxonomy_names);
      return std::nullopt;
    }
    append_literal(pattern, text.substr(literal_begin, at - literal_begin));
    pattern.parts.push_back(*std::move(part));
    literal_begin = at + 1 + name.size();
  }
  append_literal(pattern, text.substr(literal_begin));
  return pattern;
}

}  // namespace loom::site
