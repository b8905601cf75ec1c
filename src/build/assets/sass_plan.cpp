#include "build/assets/sass_plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "base/ascii.h"
#include "build/fingerprint.h"

namespace loom::build {
namespace {

/// U+A789, which looks like a colon and is none.
constexpr std::string_view kColonStandIn = "\xEA\x9E\x89";

bool is_sass(std::string_view path) {
  return path.ends_with(".scss") || path.ends_with(".sass");
}

bool is_style_sheet(std::string_view path) {
  return is_sass(path) || path.ends_with(".css");
}

bool has_partial_name(std::string_view relative_path) {
  const std::vector<std::string_view> parts = base::split(relative_path, '/');
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part.starts_with('_'); });
}

base::Diagnostic conflict(const SassEntry& first, const SassEntry& second) {
  base::Diagnostic diagnostic;
  diagnostic.file = second.source;
  diagnostic.message =
      fmt::format("`{}` and `{}` are both compiled to `{}`", first.source, second.source, first.output);
  diagnostic.hint = "rename one of them, or start its name with `_` when it is only imported";
  return diagnostic;
}

using EntriesByOutput = std::map<std::string, SassEntry>;

EntriesByOutput entries_below(const site::SourceTree& tree, const std::string& folder,
                              base::Diagnostics& diagnostics) {
  EntriesByOutput entries;
  for (const site::SourceFile& file : tree.files_under(folder)) {
    const std::string relative = file.path.substr(folder.size() + 1);
    if (!file.bytes || !is_sass(relative) || has_partial_name(relative)) {
      continue;
    }
    const SassEntry entry{file.path, relative.substr(0, relative.rfind('.')) + ".css"};
    const auto [other, is_new] = entries.try_emplace(entry.output, entry);
    if (!is_new) {
      diagnostics.add(conflict(other->second, entry));
    }
  }
  return entries;
}

bool is_below_sass(std::string_view path) {
  if (path.starts_with("sass/")) {
    return true;
  }
  const std::size_t name_end = path.starts_with("themes/") ? path.find('/', 7) : std::string_view::npos;
  return name_end != std::string_view::npos && path.substr(name_end + 1).starts_with("sass/");
}

/// An import reaches a file elsewhere only by "..", so without one no other file matters.
bool may_leave_folder(const std::vector<const site::SourceFile*>& files) {
  return std::any_of(files.begin(), files.end(), [](const site::SourceFile* file) {
    return file->bytes->find("..") != std::string::npos;
  });
}

std::vector<const site::SourceFile*> collect_inputs(const site::SourceTree& tree) {
  std::vector<const site::SourceFile*> inside;
  std::vector<const site::SourceFile*> all;
  for (const site::SourceFile& file : tree.files()) {
    if (file.bytes && is_style_sheet(file.path)) {
      all.push_back(&file);
      if (is_below_sass(file.path)) {
        inside.push_back(&file);
      }
    }
  }
  return may_leave_folder(inside) ? all : inside;
}

}  // namespace

SassPlan plan_sass(const site::SourceTree& tree, const site::Config& config, base::Diagnostics& diagnostics) {
  EntriesByOutput entries;
  if (config.compile_sass && config.kind != site::SiteKind::Bare) {
    entries = entries_below(tree, "sass", diagnostics);
  }
  if (!config.theme.empty()) {
    entries.merge(entries_below(tree, "themes/" + config.theme + "/sass", diagnostics));
  }
  SassPlan plan;
  if (entries.empty()) {
    return plan;
  }
  Fingerprint fingerprint;
  for (auto& [output, entry] : entries) {
    fingerprint.add(entry.source).add(entry.output);
    plan.entries.push_back(std::move(entry));
  }
  plan.inputs = collect_inputs(tree);
  for (const site::SourceFile* file : plan.inputs) {
    fingerprint.add(file->path).add(file->hash);
  }
  plan.fingerprint = fingerprint.value();
  return plan;
}

std::string sass_file_name(std::string_view path) {
  std::string name;
  for (const char c : path) {
    c == ':' ? name += kColonStandIn : name += c;
  }
  return name;
}

std::string site_path_of(std::string_view sass_name) {
  std::string path(sass_name);
  for (std::size_t at = path.find(kColonStandIn); at != std::string::npos;
       at = path.find(kColonStandIn, at)) {
    path.replace(at, kColonStandIn.size(), ":");
  }
  return path;
}

}  // namespace loom::build
