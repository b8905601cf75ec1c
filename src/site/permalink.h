// From names to URL paths. Paths are decoded UTF-8 and start with '/'; permalinks are base_url plus the
// percent-encoded path. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/config.h"

namespace loom::site {

/// One path segment from a name. Never empty for a name that is not: where nothing is left, a hash of the
/// name.
std::string slugify_path(std::string_view name, SlugifyMode mode);

/// Whether links can be made with it: http:// or https:// with a host, and perhaps a path, or a path alone;
/// without a query, a fragment or characters that no URL holds. Other scripts are allowed as they are.
bool is_base_url(std::string_view text);

/// The URL of a path on this site: no double slash between the two. A fragment must not be part of `path`.
std::string make_permalink(std::string_view base_url, std::string_view path);

/// "/a/b/" -> {"a", "b"}
std::vector<std::string> path_components(std::string_view path);

/// A path or alias as an author wrote it: one slash in front, one at the end unless the last part has an
/// extension of a web page (".html", ".htm", ".xml", ".txt", ".json"), "." and ".." resolved, double slashes
/// removed.
std::string normalized_path(std::string_view written);

/// `relative` ("../img/a.png") against the folder of `base` ("blog/a.md"): "img/a.png", "" for the root
/// itself, and nothing when it climbs above the root.
std::optional<std::string> resolve_relative(std::string_view base, std::string_view relative);

}  // namespace loom::site
