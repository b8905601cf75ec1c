// Which names below a site root are sources at all, and how `.gitignore`-like patterns match. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loom::site {

/// The configuration file names, in the order in which they win.
inline constexpr std::string_view kConfigNames[] = {"loom.toml", "zola.toml", "config.toml"};

/// Names that editors and tools leave beside a file for a moment or as a backup: "a.md~", "#a.md#", ".#a.md",
/// "4913",
/// "*.swp", JetBrains' "___jb_tmp___" and the like.
bool is_editor_leftover(std::string_view name);
/// Dot entries except ".well-known", editors' leftovers, "node_modules".
bool is_skipped_name(std::string_view name);
/// UTF-8 without control characters.
bool is_publishable_name(std::string_view name);

bool is_markdown_name(std::string_view name);
/// Read whole whatever their size up to kTextFileBytesMax: Markdown, templates, configuration, style sheets.
bool is_text_source(std::string_view path);

/// Shell patterns with `*`, `**`, `?`, `[a-z]` and `{a,b}` over '/'-separated paths. A pattern without '/' is
/// matched against each part of the path.
bool matches_glob(std::string_view pattern, std::string_view path);

/// The lines of a `.gitignore` that name something: no comments, no negations.
std::vector<std::string> parse_ignore_patterns(std::string_view text);
/// Whether a path (file or folder) is named by one of the patterns of the root's `.gitignore`.
bool is_ignored(std::span<const std::string> patterns, std::string_view path, bool is_folder);

}  // namespace loom::site
