#include "migration/jekyll/jekyll_address.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/date_format.h"
#include "base/utf8.h"

namespace loom::migration {

namespace {

constexpr std::string_view kHtml = ".html";

constexpr auto kDateParts = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"year", "%Y"},
    {"short_year", "%y"},
    {"month", "%m"},
    {"i_month", "%-m"},
    {"short_month", "%b"},
    {"long_month", "%B"},
    {"day", "%d"},
    {"i_day", "%-d"},
    {"y_day", "%j"},
    {"hour", "%H"},
    {"minute", "%M"},
    {"second", "%S"},
    {"week", "%V"},
    {"w_year", "%G"},
    {"w_day", "%u"},
    {"short_day", "%a"},
    {"long_day", "%A"},
});

std::string joined_categories(const JekyllAddressParts& parts, bool slugified) {
  std::vector<std::string> done;
  std::string path;
  for (const std::string& category : parts.categories) {
    const std::string part =
        slugified ? jekyll_slug(category, JekyllSlug::Default, false) : base::to_lower_unicode(category);
    if (std::find(done.begin(), done.end(), part) == done.end()) {
      path += (path.empty() ? "" : "/") + part;
      done.push_back(part);
    }
  }
  return path;
}

std::optional<std::string> value_of(std::string_view name, const JekyllAddressParts& parts) {
  const std::pair<std::string_view, std::string> texts[] = {
      {"title", parts.title},
      {"slug", parts.slug},
      {"name", jekyll_slug(parts.basename, JekyllSlug::Default, false)},
      {"path", parts.path},
      {"basename", parts.basename},
      {"collection", parts.collection},
      {"categories", joined_categories(parts, false)},
      {"slugified_categories", joined_categories(parts, true)},
      {"output_ext", std::string(kHtml)}};
  for (const auto& [key, text] : texts) {
    if (key == name) {
      return text;
    }
  }
  for (const auto& [key, format] : kDateParts) {
    if (key == name && parts.date) {
      return base::format_date(*parts.date, format);
    }
  }
  return std::nullopt;
}

struct Name {
  std::string_view text;
  std::size_t end = 0;
};

Name name_at(std::string_view pattern, std::size_t colon) {
  std::size_t end = colon + 1;
  while (end < pattern.size() && ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_')) {
    ++end;
  }
  return {pattern.substr(colon + 1, end - colon - 1), end};
}

/// Calls `fill` for each placeholder, with a "_" behind it taken off where that makes it known.
template <typename Fill>
std::optional<std::string> filled(std::string_view pattern, Fill&& fill) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    Name name = pattern[at] == ':' ? name_at(pattern, at) : Name{};
    if (name.text.empty()) {
      out += pattern[at++];
      continue;
    }
    std::optional<std::string> text = fill(name.text);
    while (!text && name.text.ends_with('_')) {
      name.text.remove_suffix(1);
      --name.end;
      text = fill(name.text);
    }
    if (!text) {
      return std::nullopt;
    }
    out += *text;
    at = name.end;
  }
  return out;
}

std::string without_double_slashes(std::string_view url) {
  std::string out = "/";
  for (const char c : url) {
    if (c != '/' || out.back() != '/') {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string jekyll_slug(std::string_view text, JekyllSlug mode, bool keeps_case) {
  std::string out;
  bool wants_dash = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    const std::uint32_t code_point = base::decode_utf8(text, at, length);
    const bool is_kept =
        base::is_unicode_letter_or_digit(code_point) ||
        (mode == JekyllSlug::Pretty && code_point < 0x80 &&
         std::string_view("._~!$&'()+,;=@").find(static_cast<char>(code_point)) != std::string_view::npos);
    if (is_kept) {
      out += wants_dash && !out.empty() ? "-" : "";
      out += text.substr(at, length);
    }
    wants_dash = !is_kept;
    at += length;
  }
  return keeps_case ? out : base::to_lower_unicode(out);
}

std::string post_template(const std::string& style) {
  static const std::pair<std::string_view, std::string_view> kStyles[] = {
      {"date", "/:categories/:year/:month/:day/:title:output_ext"},
      {"pretty", "/:categories/:year/:month/:day/:title/"},
      {"ordinal", "/:categories/:year/:y_day/:title:output_ext"},
      {"weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"},
      {"none", "/:categories/:title:output_ext"}};
  for (const auto& [name, pattern] : kStyles) {
    if (name == style) {
      return std::string(pattern);
    }
  }
  return style;
}

std::string with_style_ending(std::string pattern, const std::string& style) {
  if (style == "pretty" || style.ends_with('/')) {
    return pattern + "/";
  }
  const bool is_named = post_template(style) != style;
  return is_named || style.ends_with(":output_ext") ? pattern + ":output_ext" : pattern;
}

std::optional<std::string> fill_permalink(std::string_view pattern, const JekyllAddressParts& parts) {
  const auto url = filled(pattern, [&](std::string_view name) { return value_of(name, parts); });
  return url ? std::optional(without_double_slashes(*url)) : std::nullopt;
}

std::string served_path(const std::string& url) {
  if (url.ends_with("/index.html")) {
    return url.substr(0, url.size() - std::string_view("index.html").size());
  }
  return url.ends_with('/') || url.ends_with(kHtml) || url.ends_with(".htm") ? url : url + std::string(kHtml);
}

std::optional<std::string> loom_pattern(std::string_view pattern, std::string_view collection) {
  static const std::pair<std::string_view, std::string_view> kNames[] = {
      {"title", ":slug"}, {"slug", ":slug"}, {"categories", ":categories"}, {"output_ext", ".html"}};
  static constexpr auto kSameDates = std::to_array<std::string_view>(
      {"year", "short_year", "month", "i_month", "short_month", "long_month", "day", "i_day", "y_day", "hour",
       "minute", "second", "short_day", "long_day"});
  const auto text = filled(pattern, [&](std::string_view name) -> std::optional<std::string> {
    for (const auto& [key, loom_name] : kNames) {
      if (key == name) {
        return std::string(loom_name);
      }
    }
    if (name == "collection") {
      return std::string(collection);
    }
    const bool is_same = std::find(kSameDates.begin(), kSameDates.end(), name) != kSameDates.end();
    return is_same ? std::optional(":" + std::string(name)) : std::nullopt;
  });
  return text && text->find(":slug") != std::string::npos
             ? std::optional(served_path(without_double_slashes(*text)))
             : std::nullopt;
}

}  // namespace loom::migration
