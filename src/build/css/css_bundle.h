// Puts a style sheet and the local ones that it imports into one, in the order and under the conditions of
// the imports (CSS Cascading and Inheritance Level 5, section 2). Pure but for the loader. Any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace loom::build {

/// Style sheets that one bundle may consist of, repetitions included, and their bytes together.
inline constexpr std::size_t kBundleFilesMax = 500;
inline constexpr std::size_t kBundleBytesMax = std::size_t{16} << 20;

struct CssSource {
  /// Where it stands in the site, for messages: "static/css/a.css".
  std::string label;
  /// Where it is published, below the site's root: "/css/a.css". Imports and addresses in it start from
  /// there.
  std::string url;
  std::shared_ptr<const std::string> text;
};

struct CssBundleInput {
  /// The style sheet published at this path; nothing when there is none.
  std::function<std::optional<CssSource>(std::string_view url)> load;
  /// "/" or "/blog/": goes in front of what was a relative address.
  std::string mount_path = "/";
};

struct CssBundle {
  /// Not minified.
  std::string css;
  std::vector<std::string> warnings;
};

/// "static/a.css:3:1: ..." and what to do.
struct CssBundleError {
  std::string message;
  std::string hint;
};

/// All of `entries`, one after the other. An error for an import that is not there, leads back to itself, or
/// is beyond the limits.
std::variant<CssBundle, CssBundleError> bundle_css(const std::vector<CssSource>& entries,
                                                   const CssBundleInput& input);

/// Where `reference` leads from the folder of `url`: "/css/a.css" and "../b.png?x" give "/b.png?x". Nothing
/// for addresses with a scheme or host, absolute paths and fragments, which mean the same from everywhere.
std::optional<std::string> resolve_relative_url(std::string_view url, std::string_view reference);

}  // namespace loom::build
