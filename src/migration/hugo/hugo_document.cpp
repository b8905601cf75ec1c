// Tested by tests/migration/hugo/hugo_site_test.cpp.
#include "migration/hugo/hugo_document.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/date_format.h"
#include "base/utf8.h"
#include "site/page_path.h"

namespace loom::migration {

namespace {

constexpr auto kDateParts = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"year", "%Y"},
    {"month", "%m"},
    {"monthname", "%B"},
    {"day", "%d"},
    {"weekday", "%w"},
    {"weekdayname", "%A"},
    {"yearday", "%-j"},
});

std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view stem_of(std::string_view name) {
  return name.substr(0, name.rfind('.'));
}

/// ":sections[1:]" and the like are left to the page's own address.
std::optional<std::string> fill_placeholder(std::string_view name, const HugoDocument& document) {
  const std::string folder(document.is_bundle ? site::parent_folder(document.folder()) : document.folder());
  const std::string slug = text_value(document.front, "slug");
  const std::string file_name(document.is_bundle ? last_part(document.folder())
                                                 : stem_of(last_part(document.logical_path)));
  const std::string title = text_value(document.front, "title");
  for (const auto& [key, format] : kDateParts) {
    if (key == name) {
      return document.date ? base::format_date(*document.date, format) : std::nullopt;
    }
  }
  if (name == "section") {
    return folder.substr(0, folder.find('/'));
  }
  if (name == "sections") {
    return folder;
  }
  if (name == "title" || name == "slug") {
    return name == "slug" && !slug.empty() ? slug : title.empty() ? file_name : title;
  }
  if (name == "slugorfilename" || name == "slugorcontentbasename") {
    return slug.empty() ? file_name : slug;
  }
  return name == "filename" || name == "contentbasename" ? std::optional(file_name) : std::nullopt;
}

std::optional<std::string> fill_pattern(std::string_view pattern, const HugoDocument& document) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    std::size_t end = at + 1;
    while (pattern[at] == ':' && end < pattern.size() && pattern[end] >= 'a' && pattern[end] <= 'z') {
      ++end;
    }
    if (pattern[at] != ':' || end == at + 1) {
      out += pattern[at++];
      continue;
    }
    const bool has_range = end < pattern.size() && pattern[end] == '[';
    const auto text =
        has_range ? std::nullopt : fill_placeholder(pattern.substr(at + 1, end - at - 1), document);
    if (!text) {
      return std::nullopt;
    }
    out += *text;
    at = end;
  }
  return out;
}

/// "posts/2024" looks for "posts/2024", then for "posts".
const std::string* find_pattern(const HugoConfig& config, std::string folder) {
  for (;;) {
    for (const auto& [section, pattern] : config.permalinks) {
      if (section == folder) {
        return &pattern;
      }
    }
    if (folder.empty()) {
      return nullptr;
    }
    folder = site::parent_folder(folder);
    if (folder.empty()) {
      return nullptr;
    }
  }
}

std::string with_ending(std::string path, const HugoDocument& document, const HugoConfig& config) {
  while (path.size() > 1 && path.ends_with('/')) {
    path.pop_back();
  }
  const bool is_file = path.ends_with(".html") || path.ends_with(".htm");
  if (path == "/" || is_file) {
    return path;
  }
  return path + (config.ugly_urls && !document.is_section ? ".html" : "/");
}

std::string plain_path(const HugoDocument& document) {
  const std::string slug = text_value(document.front, "slug");
  if (document.is_section) {
    return document.folder();
  }
  const std::string folder(document.is_bundle ? site::parent_folder(document.folder()) : document.folder());
  const std::string name(document.is_bundle ? last_part(document.folder())
                                            : stem_of(last_part(document.logical_path)));
  return folder + "/" + (slug.empty() ? name : slug);
}

std::string find_address(const HugoDocument& document, const HugoConfig& config, NewSite& site) {
  std::string prefix = "/";
  if (!document.language.empty() || config.default_language_in_folder) {
    prefix += (document.language.empty() ? config.default_language : document.language) + "/";
  }
  if (const std::string url = text_value(document.front, "url"); !url.empty()) {
    if (url.find(':') == std::string::npos) {
      return with_ending(url.starts_with('/') ? url : prefix + url, document, config);
    }
    const auto filled = fill_pattern(url, document);
    return filled ? with_ending(prefix + hugo_path(*filled, config.keeps_case), document, config) : "";
  }
  const std::string home(document.is_bundle ? site::parent_folder(document.folder()) : document.folder());
  const std::string* pattern = document.is_section ? nullptr : find_pattern(config, home);
  std::optional<std::string> path =
      pattern == nullptr ? plain_path(document) : fill_pattern(*pattern, document);
  if (!path) {
    site.leave(document.source, 0, "its address `" + *pattern + "` cannot be worked out",
               "the new site shows it under the address of its file; add an alias when it had another");
    return "";
  }
  path = prefix + hugo_path(*path, config.keeps_case);
  path->erase(std::unique(path->begin(), path->end(), [](char a, char b) { return a == '/' && b == '/'; }),
              path->end());
  return with_ending(*std::move(path), document, config);
}

bool is_never(const base::Data::Table& front, std::string_view path) {
  const base::Data* value = find_nested(front, path);
  return value != nullptr &&
         (*value == base::Data("never") || *value == base::Data(false) || *value == base::Data("link"));
}

base::Data::Table with_lower_fields(const base::Data::Table& front) {
  static constexpr auto kKnown = std::to_array<std::string_view>(
      {"publishdate", "expirydate", "lastmod", "slug", "url", "draft", "title", "date", "aliases", "weight"});
  base::Data::Table out;
  for (const auto& [key, value] : front) {
    const std::string lower = base::lower_ascii(key);
    const bool is_known = std::find(kKnown.begin(), kKnown.end(), lower) != kKnown.end();
    out.emplace_back(is_known ? lower : key, value);
  }
  return out;
}

}  // namespace

std::string HugoDocument::folder() const {
  return std::string(site::parent_folder(logical_path));
}

std::optional<HugoDocument> read_hugo_document(const site::SourceFile& file, const HugoContentFolder& folder,
                                               const HugoConfig& config, NewSite& site) {
  const bool is_html = file.path.ends_with(".html");
  if (file.bytes == nullptr || !(file.path.ends_with(".md") || file.path.ends_with(".markdown") || is_html)) {
    return std::nullopt;
  }
  OldDocument parsed = parse_old_document(file, std::chrono::minutes{0}, site);
  if (is_html && !parsed.has_metadata) {
    return std::nullopt;
  }
  HugoDocument document;
  document.source = file.path;
  document.language = folder.language;
  std::string path = file.path.substr(folder.folder.size() + 1);
  std::string stem(stem_of(path));
  const std::size_t dot = stem.rfind('.');
  if (dot != std::string::npos && dot > stem.rfind('/') + 1 && config.has_language(stem.substr(dot + 1))) {
    const std::string code = stem.substr(dot + 1);
    document.language = code == config.default_language ? "" : code;
    stem.resize(dot);
  }
  document.logical_path = stem + ".md";
  document.is_section = last_part(stem) == "_index";
  document.is_bundle = last_part(stem) == "index" && stem != "index";
  document.front = with_lower_fields(parsed.front);
  document.body = std::move(parsed.body);
  document.body_line = parsed.body_line;
  return document;
}

void finish_hugo_document(HugoDocument& document, const HugoConfig& config, const HugoCascades& cascades,
                          NewSite& site) {
  for (std::string folder = document.folder();; folder = site::parent_folder(folder)) {
    if (const auto cascade = cascades.find(folder); cascade != cascades.end()) {
      for (const auto& [key, value] : cascade->second) {
        if (find_value(document.front, key) == nullptr) {
          set_value(document.front, key, value);
        }
      }
    }
    if (folder.empty()) {
      break;
    }
  }
  for (const std::string_view field : {"date", "publishdate", "pubdate", "published"}) {
    if (!document.date) {
      document.date = date_value(find_value(document.front, field), std::chrono::minutes{0});
    }
  }
  document.is_published = !is_set(document.front, "headless") && !is_never(document.front, "build.render") &&
                          !is_never(document.front, "_build.render");
  document.served = document.is_published ? find_address(document, config, site) : "";
}

std::string hugo_path(std::string_view path, bool keeps_case) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    std::size_t length = 1;
    const std::uint32_t code_point = base::decode_utf8(path, at, length);
    const bool is_kept =
        base::is_unicode_letter_or_digit(code_point) ||
        (code_point < 0x80 &&
         std::string_view("./\\_#+~-@%").find(static_cast<char>(code_point)) != std::string_view::npos);
    if (is_kept) {
      out += path.substr(at, length);
    } else if (base::is_unicode_space(code_point) && !out.empty() && out.back() != '-') {
      out += '-';
    }
    at += length;
  }
  return keeps_case ? out : base::to_lower_unicode(out);
}

std::optional<std::string> loom_pattern_of_hugo(std::string_view pattern) {
  static constexpr auto kSame = std::to_array<std::string_view>(
      {"year", "month", "day", "yearday", "weekday", "section", "sections", "title", "filename"});
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    std::size_t end = at + 1;
    while (pattern[at] == ':' && end < pattern.size() && pattern[end] >= 'a' && pattern[end] <= 'z') {
      ++end;
    }
    if (pattern[at] != ':' || end == at + 1) {
      out += pattern[at++];
      continue;
    }
    const std::string_view name = pattern.substr(at + 1, end - at - 1);
    if (name == "slug" || name.starts_with("slugor") || name == "contentbasename") {
      out += ":slug";
    } else if (std::find(kSame.begin(), kSame.end(), name) != kSame.end()) {
      out += ":" + std::string(name);
    } else {
      return std::nullopt;
    }
    at = end;
  }
  const bool is_unique = out.find(":slug") != std::string::npos || out.find(":title") != std::string::npos ||
                         out.find(":filename") != std::string::npos;
  return is_unique && out.find('[') == std::string::npos ? std::optional(out) : std::nullopt;
}

}  // namespace loom::migration
