#include "site/source_layout.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "site/names.h"

namespace loom::site {

namespace {

constexpr std::array<std::string_view, 5> kFolders = {"content", "templates", "static", "sass", "data"};
constexpr std::array<std::string_view, 3> kThemeFolders = {"templates", "static", "sass"};
/// What templates ask for by name from folders that are none of a site's own.
constexpr std::array<std::string_view, 15> kDataEndings = {".toml", ".json", ".yaml", ".yml",  ".csv",
                                                           ".xml",  ".bib",  ".txt",  ".svg",  ".png",
                                                           ".jpg",  ".jpeg", ".webp", ".avif", ".gif"};
/// A site may share its folder with a program; these hold what was made from it.
constexpr std::array<std::string_view, 4> kMadeFolders = {"build", "dist", "target", "vendor"};

bool contains(auto names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// `parts`: below the site or below a theme.
bool may_hold_data(std::span<const std::string_view> parts, bool is_folder) {
  if (contains(kMadeFolders, parts[0])) {
    return false;
  }
  return is_folder || std::any_of(kDataEndings.begin(), kDataEndings.end(),
                                  [&](std::string_view ending) { return parts.back().ends_with(ending); });
}

bool includes_in_theme(std::span<const std::string_view> parts, bool is_folder) {
  if (parts.size() <= 2) {
    return is_folder;
  }
  return contains(kThemeFolders, parts[2]) ||
         (parts[2] != "content" && may_hold_data(parts.subspan(2), is_folder));
}

}  // namespace

bool is_within(std::string_view path, std::string_view folder) {
  return folder.empty() ||
         (path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/'));
}

SourceLayout SourceLayout::bare(std::vector<std::string> output_folders,
                                std::vector<std::string> ignored_patterns) {
  SourceLayout layout;
  layout.is_bare_ = true;
  layout.output_folders_ = std::move(output_folders);
  layout.patterns_ = std::move(ignored_patterns);
  return layout;
}

SourceLayout SourceLayout::site(std::vector<std::string> output_folders,
                                std::vector<std::string> further_paths,
                                std::vector<std::string> ignored_patterns) {
  SourceLayout layout;
  layout.output_folders_ = std::move(output_folders);
  layout.patterns_ = std::move(ignored_patterns);
  layout.further_paths_ = std::move(further_paths);
  return layout;
}

bool SourceLayout::includes(std::string_view path, bool is_folder) const {
  const std::vector<std::string_view> parts = base::split(path, '/');
  if (std::any_of(parts.begin(), parts.end(), is_skipped_name) ||
      std::any_of(output_folders_.begin(), output_folders_.end(),
                  [&](const std::string& folder) { return !folder.empty() && is_within(path, folder); })) {
    return false;
  }
  return is_bare_ ? !is_ignored_path(path, is_folder) : includes_in_site(path, is_folder);
}

bool SourceLayout::is_ignored_path(std::string_view path, bool is_folder) const {
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
    if (is_ignored(patterns_, path.substr(0, end), true)) {
      return true;
    }
  }
  return is_ignored(patterns_, path, is_folder);
}

bool SourceLayout::includes_in_site(std::string_view path, bool is_folder) const {
  const std::vector<std::string_view> parts = base::split(path, '/');
  if (is_further(path, is_folder)) {
    return true;
  }
  if (parts[0] == "themes") {
    return includes_in_theme(parts, is_folder);
  }
  if ((parts.size() > 1 || is_folder) && contains(kFolders, parts[0])) {
    return true;
  }
  return may_hold_data(parts, is_folder) && !is_ignored_path(path, is_folder);
}

bool SourceLayout::is_further(std::string_view path, bool is_folder) const {
  return std::any_of(further_paths_.begin(), further_paths_.end(), [&](const std::string& further) {
    return is_within(path, further) || (is_folder && is_within(further, path));
  });
}

}  // namespace loom::site
