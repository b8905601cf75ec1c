#include "build/assets/bundle.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/digest.h"
#include "build/css/css_bundle.h"
#include "build/css/css_minifier.h"

namespace loom::build {
namespace {

constexpr std::string_view kFolder = "/_bundle/";
constexpr std::size_t kHashDigits = 16;
constexpr std::string_view kSourceMapMark = "//# sourceMappingURL=";

bool is_script(std::string_view path) {
  return path.ends_with(".js") || path.ends_with(".mjs");
}

BundleError missing_file(std::string_view path) {
  return {fmt::format("there is no file `{}` to bundle", path),
          "paths are looked up below static/, among the compiled style sheets and in static/ of the theme"};
}

/// The text without the line that names a source map, which stands elsewhere than the bundle.
std::string_view without_source_map(std::string_view script) {
  const std::size_t mark = script.rfind(kSourceMapMark);
  const bool is_last_line = mark != std::string_view::npos && (mark == 0 || script[mark - 1] == '\n') &&
                            script.find('\n', mark) >= script.find_last_not_of(" \t\r\n");
  return is_last_line ? script.substr(0, mark) : script;
}

std::variant<std::string, BundleError> join_scripts(const BundleInput& input) {
  std::string joined;
  for (const std::string& path : input.paths) {
    const site::SourceFile* file = input.find(path);
    if (file == nullptr || !file->bytes) {
      return missing_file(path);
    }
    // A statement that the end of a file ends must not go on in the next.
    joined += joined.empty() ? "" : "\n;\n";
    joined += without_source_map(*file->bytes);
  }
  return joined;
}

std::optional<CssSource> css_source(const BundleInput& input, std::string_view path) {
  const site::SourceFile* file = input.find(path);
  if (file == nullptr || !file->bytes) {
    return std::nullopt;
  }
  return CssSource{file->path, input.url_of(*file), file->bytes};
}

std::variant<std::string, BundleError> join_style_sheets(const BundleInput& input,
                                                         std::vector<std::string>& warnings) {
  std::vector<CssSource> entries;
  for (const std::string& path : input.paths) {
    auto entry = css_source(input, path);
    if (!entry) {
      return missing_file(path);
    }
    entries.push_back(std::move(*entry));
  }
  const auto load = [&](std::string_view url) { return css_source(input, url.substr(1)); };
  auto bundled = bundle_css(entries, {load, input.mount_path});
  if (auto* error = std::get_if<CssBundleError>(&bundled)) {
    return BundleError{std::move(error->message), std::move(error->hint)};
  }
  auto& css = std::get<CssBundle>(bundled);
  warnings = std::move(css.warnings);
  return minify_css(css.css);
}

/// "/_bundle/site.0123456789abcdef.css"
std::string bundle_path(std::string_view first, std::string_view bytes) {
  const std::string_view name = first.substr(first.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  const std::string hash = base::to_hex(base::sha2(base::Sha2::Sha256, bytes)).substr(0, kHashDigits);
  return fmt::format("{}{}.{}{}", kFolder, name.substr(0, dot), hash, name.substr(dot));
}

std::string label_of(const std::vector<std::string>& paths) {
  std::string names;
  for (const std::string& path : paths) {
    names += (names.empty() ? "" : ", ") + path;
  }
  return "(bundle) " + names;
}

}  // namespace

std::variant<Bundle, BundleError> make_bundle(const BundleInput& input) {
  const auto is_css = [](const std::string& path) { return path.ends_with(".css"); };
  const bool is_all_css = std::all_of(input.paths.begin(), input.paths.end(), is_css);
  if (!is_all_css && !std::all_of(input.paths.begin(), input.paths.end(), is_script)) {
    return BundleError{"a bundle is of style sheets (.css) or of scripts (.js), not of both or of others",
                       ""};
  }
  Bundle bundle;
  auto joined = is_all_css ? join_style_sheets(input, bundle.warnings) : join_scripts(input);
  if (auto* error = std::get_if<BundleError>(&joined)) {
    return std::move(*error);
  }
  auto bytes = std::make_shared<const std::string>(std::move(std::get<std::string>(joined)));
  MadeFile file;
  file.path = bundle_path(input.paths.front(), *bytes);
  file.label = label_of(input.paths);
  file.is_fingerprinted = true;
  bundle.integrity = "sha384-" + base::to_base64(base::sha2(base::Sha2::Sha384, *bytes));
  file.bytes = std::move(bytes);
  bundle.file = std::make_shared<const MadeFile>(std::move(file));
  return bundle;
}

}  // namespace loom::build
