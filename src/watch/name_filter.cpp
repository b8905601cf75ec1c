#include "watch/name_filter.h"

#include <algorithm>
#include <cstddef>

#include "base/ascii.h"

namespace loom::watch {
namespace {

constexpr std::string_view kVimProbe = "4913";
constexpr std::string_view kSedPrefix = "sed";
constexpr std::size_t kSedNameBytes = 9;

bool contains(std::string_view name, std::string_view part) {
  return name.find(part) != std::string_view::npos;
}

/// "sedAbC123": six random characters. A word of lower-case letters ("sedentary") is somebody's file.
bool is_sed_temporary(std::string_view name) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return name.size() == kSedNameBytes && name.starts_with(kSedPrefix) &&
         std::all_of(name.begin(), name.end(), base::is_alnum) &&
         !std::all_of(name.begin(), name.end(), is_lower);
}

}  // namespace

bool is_silent_file_name(std::string_view name) {
  if (name.starts_with('.')) {
    return name != ".gitignore" && name != ".well-known";
  }
  return name.ends_with('~') || (name.starts_with('#') && name.ends_with('#')) || name == kVimProbe ||
         contains(name, "___jb_tmp___") || contains(name, "___jb_old___") || contains(name, "___jb_bak___") ||
         is_sed_temporary(name);
}

bool is_silent_folder_name(std::string_view name) {
  return name.starts_with('.') && name != ".well-known";
}

std::string_view last_segment(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace loom::watch
