// What the functions of functions/ have in common. Tested by tests/build/functions/data_functions_test.cpp.
#include "build/functions/render_host.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "base/check.h"
#include "build/entities.h"
#include "site/link_index.h"
#include "site/permalink.h"

namespace loom::build {

const RenderHost& host_of(templating::RenderContext& context) {
  const auto* host = dynamic_cast<const RenderHost*>(context.host());
  LOOM_CHECK(host != nullptr);
  return *host;
}

templating::CallError content_is_not_known_yet() {
  return {"a shortcode cannot ask for pages: it runs before they are rendered",
          "use `page`, or get_url(path=\"@/...\") for a link"};
}

const std::string* find_permalink(const RenderHost& host, std::string_view relative_path) {
  ReadLog::note(permalink_key(relative_path));
  if (host.values != nullptr) {
    return host.values->find_permalink(relative_path);
  }
  const site::LinkTarget* target =
      relative_path.ends_with(".md") ? host.links->find_content(relative_path) : nullptr;
  return target == nullptr ? nullptr : &target->permalink;
}

namespace {

const site::SourceFile* find_below(const RenderHost& host, const std::string& folder, std::string_view path) {
  const std::string candidate = folder + std::string(path);
  ReadLog::note(file_key(candidate));
  return host.tree.find(candidate);
}

const site::SourceFile* find_compiled(const RenderHost& host, std::string_view path) {
  ReadLog::note(compiled_file_key(path));
  return host.compiled == nullptr ? nullptr : host.compiled->find(path);
}

/// A file beside a page by the path it is published under: pages in other languages know no other.
const site::SourceFile* find_asset(const RenderHost& host, std::string_view path) {
  const std::string published = "/" + std::string(path);
  ReadLog::note(asset_path_key(published));
  const std::string* source = host.links->find_source(published);
  return source == nullptr ? nullptr : find_below(host, "", *source);
}

/// "a//b/./c" is the same file as "a/b/c", as for every file system. Without "/" at the start.
std::string plain_path(std::string_view path) {
  const bool is_plain =
      path.find("//") == std::string_view::npos && path.find("./") == std::string_view::npos;
  std::string plain = is_plain ? std::string(path) : std::filesystem::path(path).lexically_normal().string();
  return plain.substr(std::min(plain.find_first_not_of('/'), plain.size()));
}

}  // namespace

const site::Term* find_term(const RenderHost& host, const site::Taxonomy& taxonomy, std::string_view name) {
  return host.values->find_term(taxonomy, name, site::slugify_path(name, host.config.slugify.taxonomies));
}

std::optional<templating::CallError> check_language(const RenderHost& host, std::string_view language) {
  if (language == host.config.default_language || site::find_language(host.config, language) != nullptr) {
    return std::nullopt;
  }
  std::string known = "`" + host.config.default_language + "`";
  for (const site::LanguageConfig& other : host.config.languages) {
    known += ", `" + other.code + "`";
  }
  return templating::CallError{"the site has no language `" + std::string(language) + "`",
                               "its languages are " + known};
}

std::optional<std::string> path_in_language(const RenderHost& host, std::string_view path,
                                            std::string_view language, templating::CallError& error) {
  if (language.empty() || language == host.config.default_language) {
    return std::string(path);
  }
  if (auto unknown = check_language(host, language)) {
    error = *std::move(unknown);
    return std::nullopt;
  }
  const std::size_t dot = path.substr(0, path.find('#')).rfind('.');
  std::string localized(path.substr(0, dot));
  localized += "." + std::string(language);
  return dot == std::string_view::npos ? localized : localized + std::string(path.substr(dot));
}

const site::SourceFile* find_named_file(const RenderHost& host, std::string_view named) {
  const bool is_content = named.starts_with("@/");
  const std::string path =
      plain_path(is_content ? host.config.content_prefix + std::string(named.substr(2)) : std::string(named));
  for (const char* folder : {"", "static/", "content/"}) {
    if (const site::SourceFile* file = find_below(host, folder, path)) {
      return file;
    }
  }
  if (const site::SourceFile* file = find_compiled(host, path)) {
    return file;
  }
  if (const site::SourceFile* file = find_asset(host, path)) {
    return file;
  }
  return host.config.theme.empty() ? nullptr
                                   : find_below(host, "themes/" + host.config.theme + "/static/", path);
}

templating::CallError missing_file(std::string_view path) {
  return {fmt::format("there is no file `{}`", path),
          "paths are looked up below the site, static/, content/ and static/ of the theme"};
}

}  // namespace loom::build
