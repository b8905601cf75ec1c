#include "site/names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"

namespace loom::site {

namespace {

bool ends_with_any(std::string_view name, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// Sets `matched` for the class "[a-z]" that starts at `pattern`; returns its length, 0 when it has no end.
std::size_t match_class(std::string_view pattern, char c, bool& matched) {
  const std::size_t end = pattern.find(']', 2);
  if (end == std::string_view::npos) {
    return 0;
  }
  const bool negated = pattern[1] == '!' || pattern[1] == '^';
  bool found = false;
  for (std::size_t i = negated ? 2 : 1; i < end; ++i) {
    if (i + 2 < end && pattern[i + 1] == '-') {
      found = found || (pattern[i] <= c && c <= pattern[i + 2]);
      i += 2;
    } else {
      found = found || pattern[i] == c;
    }
  }
  matched = found != negated && c != '/';
  return end + 1;
}

/// One step of a pattern against one character; returns how much of the pattern it used, 0 for no match.
std::size_t match_one(std::string_view pattern, char c) {
  if (pattern[0] == '?') {
    return c == '/' ? 0 : 1;
  }
  if (pattern[0] == '[') {
    bool matched = false;
    if (const std::size_t length = match_class(pattern, c, matched); length != 0) {
      return matched ? length : 0;
    }
  }
  const std::size_t escape = pattern[0] == '\\' && pattern.size() > 1 ? 1 : 0;
  return pattern[escape] == c ? escape + 1 : 0;
}

/// Iterative, with one point to go back to per kind of star, so that no pattern is exponential.
bool match_plain(std::string_view pattern, std::string_view path) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star_pattern = std::string_view::npos;
  std::size_t star_text = 0;
  std::size_t deep_pattern = std::string_view::npos;
  std::size_t deep_text = 0;
  for (;;) {
    if (pattern.substr(p).starts_with("**")) {
      p += pattern.substr(p).starts_with("**/") ? 3 : 2;
      deep_pattern = p;
      deep_text = t;
      star_pattern = std::string_view::npos;
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      star_pattern = ++p;
      star_text = t;
      continue;
    }
    if (t == path.size() && p == pattern.size()) {
      return true;
    }
    const std::size_t used =
        t < path.size() && p < pattern.size() ? match_one(pattern.substr(p), path[t]) : 0;
    if (used != 0) {
      p += used;
      ++t;
    } else if (star_pattern != std::string_view::npos && star_text < path.size() && path[star_text] != '/') {
      p = star_pattern;
      t = ++star_text;
    } else if (deep_pattern != std::string_view::npos && deep_text < path.size()) {
      star_pattern = std::string_view::npos;
      p = deep_pattern;
      t = ++deep_text;
    } else {
      return false;
    }
  }
}

/// The alternatives of the first "{a,b}", nothing when there is none.
std::vector<std::string> expand_braces(std::string_view pattern) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) {
    return {};
  }
  std::vector<std::string> alternatives;
  for (const std::string_view part : base::split(pattern.substr(open + 1, close - open - 1), ',')) {
    alternatives.push_back(std::string(pattern.substr(0, open)) + std::string(part) +
                           std::string(pattern.substr(close + 1)));
  }
  return alternatives;
}

bool match_any_part(std::string_view pattern, std::string_view path) {
  const std::vector<std::string_view> parts = base::split(path, '/');
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return match_plain(pattern, part); });
}

/// vim probes a folder with 4913 and goes on in steps of 123 while that name is taken.
bool is_vim_probe(std::string_view name) {
  const std::optional<std::uint64_t> number = name.size() == 4 ? base::parse_unsigned(name) : std::nullopt;
  return number && *number >= 4913 && (*number - 4913) % 123 == 0;
}

/// "sedAb3xYz": mkostemp's six letters, which are hardly ever all lower case.
bool is_sed_copy(std::string_view name) {
  return name.size() == 9 && name.starts_with("sed") &&
         std::all_of(name.begin(), name.end(), base::is_alnum) &&
         std::any_of(name.begin() + 3, name.end(),
                     [](char c) { return base::to_lower(c) != c || base::is_digit(c); });
}

}  // namespace

bool is_editor_leftover(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kEndings = {
      ".tmp", "~", ".swp", ".swx", "___jb_tmp___", "___jb_old___", "___jb_bak___", ".crdownload"};
  const bool is_emacs_autosave = name.size() > 2 && name.front() == '#' && name.back() == '#';
  return is_emacs_autosave || is_vim_probe(name) || is_sed_copy(name) || name.starts_with(".#") ||
         ends_with_any(name, kEndings);
}

bool is_skipped_name(std::string_view name) {
  return (name.starts_with('.') && name != ".well-known") || name == "node_modules" ||
         is_editor_leftover(name);
}

bool is_publishable_name(std::string_view name) {
  if (base::find_invalid_utf8(name)) {
    return false;
  }
  return std::none_of(name.begin(), name.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool is_markdown_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) {
    return false;
  }
  const std::string extension = base::lower_ascii(name.substr(dot));
  return extension == ".md" || extension == ".markdown";
}

bool is_text_source(std::string_view path) {
  static constexpr std::array<std::string_view, 9> kEndings = {".html", ".xml",  ".toml", ".yaml", ".yml",
                                                               ".json", ".scss", ".sass", ".css"};
  if (is_markdown_name(file_name(path)) || path.starts_with("templates/")) {
    return true;
  }
  if (path.find('/') == std::string_view::npos) {
    return path.ends_with(".toml");
  }
  return (path.starts_with("themes/") || path.starts_with("sass/")) && ends_with_any(path, kEndings);
}

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (const std::vector<std::string> alternatives = expand_braces(pattern); !alternatives.empty()) {
    return std::any_of(alternatives.begin(), alternatives.end(),
                       [&](const std::string& alternative) { return matches_glob(alternative, path); });
  }
  if (pattern.find('/') == std::string_view::npos) {
    return match_any_part(pattern, path);
  }
  return match_plain(pattern, path);
}

std::vector<std::string> parse_ignore_patterns(std::string_view text) {
  std::vector<std::string> patterns;
  for (const std::string_view line : base::split(text, '\n')) {
    const std::string_view pattern = base::trim(line);
    if (!pattern.empty() && pattern.front() != '#' && pattern.front() != '!' && pattern != "/") {
      patterns.emplace_back(pattern);
    }
  }
  return patterns;
}

bool is_ignored(std::span<const std::string> patterns, std::string_view path, bool is_folder) {
  return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view pattern) {
    if (pattern.ends_with('/')) {
      if (!is_folder) {
        return false;
      }
      pattern.remove_suffix(1);
    }
    if (pattern.starts_with('/')) {
      return match_plain(pattern.substr(1), path);
    }
    return pattern.find('/') == std::string_view::npos ? match_plain(pattern, file_name(path))
                                                       : match_plain(pattern, path);
  });
}

}  // namespace loom::site
