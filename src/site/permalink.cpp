#include "site/permalink.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/escape.h"
#include "base/utf8.h"

namespace loom::site {

namespace {

/// Hex digits of the hash that stands in for a name without any letter or digit.
constexpr std::size_t kHashDigitCount = 8;

std::string without_unsafe(std::string_view name) {
  static constexpr std::string_view kUnsafe = "<>:\"/\\|?*";
  const std::size_t end = name.find_last_not_of(" .");
  std::string safe;
  for (const char c : name.substr(0, end == std::string_view::npos ? 0 : end + 1)) {
    if (kUnsafe.find(c) == std::string_view::npos) {
      safe += c;
    }
  }
  return safe;
}

std::string slug_of(std::string_view name, SlugifyMode mode) {
  switch (mode) {
    case SlugifyMode::On:
      return base::slugify(name);
    case SlugifyMode::Safe:
      return without_unsafe(name);
    case SlugifyMode::Off:
      return std::string(name);
  }
  return {};
}

bool names_a_file(std::string_view last_part) {
  static constexpr std::array<std::string_view, 5> kEndings = {".html", ".htm", ".xml", ".txt", ".json"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return last_part.ends_with(ending); });
}

}  // namespace

std::string slugify_path(std::string_view name, SlugifyMode mode) {
  std::string slug = slug_of(name, mode);
  if (slug.empty() && !name.empty()) {
    return base::hash128_hex(name).substr(0, kHashDigitCount);
  }
  return slug;
}

bool is_base_url(std::string_view text) {
  const bool is_clean = std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' ||
           std::string_view("\x7f\"<>\\^`{|}?#").find(c) != std::string_view::npos;
  });
  if (!is_clean) {
    return false;
  }
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.starts_with(scheme)) {
      return text.size() > scheme.size() && text[scheme.size()] != '/';
    }
  }
  return text.starts_with('/') && !text.starts_with("//");
}

std::string make_permalink(std::string_view base_url, std::string_view path) {
  std::string permalink(base_url);
  if (path.starts_with('/') && base_url.ends_with('/')) {
    permalink.pop_back();
  } else if (!path.starts_with('/') && !base_url.ends_with('/')) {
    permalink += '/';
  }
  return permalink + base::url_path_encoded(path);
}

std::vector<std::string> path_components(std::string_view path) {
  std::vector<std::string> components;
  for (const std::string_view part : base::split(path, '/')) {
    if (!part.empty()) {
      components.emplace_back(part);
    }
  }
  return components;
}

std::string normalized_path(std::string_view written) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : base::split(base::trim(written), '/')) {
    if (part == ".." && !parts.empty()) {
      parts.pop_back();
    } else if (!part.empty() && part != "." && part != "..") {
      parts.push_back(part);
    }
  }
  std::string path = "/";
  for (const std::string_view part : parts) {
    path += part;
    path += '/';
  }
  if (!parts.empty() && names_a_file(parts.back())) {
    path.pop_back();
  }
  return path;
}

std::optional<std::string> resolve_relative(std::string_view base, std::string_view relative) {
  std::vector<std::string_view> parts;
  if (const std::size_t slash = base.rfind('/'); slash != std::string_view::npos) {
    parts = base::split(base.substr(0, slash), '/');
  }
  for (const std::string_view part : base::split(relative, '/')) {
    if (part == "..") {
      if (parts.empty()) {
        return std::nullopt;
      }
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string path;
  for (const std::string_view part : parts) {
    path += (path.empty() ? "" : "/") + std::string(part);
  }
  return path;
}

}  // namespace loom::site
