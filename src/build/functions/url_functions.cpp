// get_url, get_taxonomy_url, asset_url.
#include <algorithm>
#include <fmt/format.h>

#include "base/digest.h"
#include "base/edit_distance.h"
#include "build/entities.h"
#include "build/functions/render_host.h"
#include "build/functions/site_environment.h"
#include "site/link_index.h"
#include "site/permalink.h"

namespace loom::build {
namespace {

using templating::ArgumentReader;
using templating::Arguments;
using templating::CallError;
using templating::CallResult;
using templating::RenderContext;
using templating::Value;

constexpr std::size_t kCacheBustDigits = 20;

/// "@/blog/a.md#part"
CallResult content_url(const RenderHost& host, std::string_view path) {
  const std::string_view relative_path =
      path.substr(2, path.find('#') == std::string_view::npos ? path.npos : path.find('#') - 2);
  const std::size_t hash = path.find('#');
  const std::string fragment(hash == std::string_view::npos ? "" : path.substr(hash));
  if (const std::string* permalink = find_permalink(host, relative_path)) {
    return Value::string(*permalink + fragment);
  }
  const std::string nearest = host.links->find_nearest_content(relative_path);
  return CallError{fmt::format("there is no page `{}`", path),
                   nearest.empty() ? "" : "did you mean `@/" + nearest + "`?"};
}

/// "?h=" and the hash of the file, "" when there is no such file.
std::string cache_bust(const RenderHost& host, RenderContext& context, const std::string& path) {
  const site::SourceFile* file = find_named_file(host, path);
  if (file == nullptr) {
    context.warn(fmt::format("there is no file `{}` to make a fingerprint of", path),
                 "put it into static/, or leave out cachebust");
    return "";
  }
  const auto digest = host.digests.find(host.site_root, *file, base::Sha2::Sha256);
  if (!digest) {
    context.warn(digest.error().message(), "");
    return "";
  }
  return "?h=" + base::to_hex(*digest).substr(0, kCacheBustDigits);
}

bool is_absolute_url(std::string_view path) {
  return path.starts_with("http://") || path.starts_with("https://") || path.starts_with("//") ||
         path.starts_with("mailto:");
}

/// "/tags/" in French is "/fr/tags/"; a path that has its language already stays.
std::string site_path_in_language(const RenderHost& host, const std::string& path,
                                  const std::string& language) {
  const std::string rest =
      path.substr(path.find_first_not_of('/') == path.npos ? path.size() : path.find_first_not_of('/'));
  const bool is_plain = language.empty() || language == host.config.default_language;
  const bool has_language = rest == language || rest.starts_with(language + "/");
  return is_plain || has_language ? "/" + rest : "/" + language + "/" + rest;
}

/// A feed and a place on a page keep their end, everything else has one slash there, or none.
std::string with_slash_policy(const RenderHost& host, std::string url, bool wants_slash) {
  const auto& feeds = host.config.feed_filenames;
  const bool names_feed =
      std::any_of(feeds.begin(), feeds.end(), [&](const std::string& feed) { return url.ends_with(feed); });
  if (url.ends_with('/')) {
    url.resize(url.size() - (wants_slash ? 0 : 1));
  } else if (wants_slash && !names_feed && url.find('#') == url.npos) {
    url += '/';
  }
  return url;
}

CallResult get_url(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::string path = reader.text("path");
  const std::string language = reader.text("lang", "");
  const bool wants_slash = reader.boolean("trailing_slash", false);
  const bool wants_fingerprint = reader.boolean("cachebust", false);
  if (reader.error()) {
    return *reader.error();
  }
  const RenderHost& host = host_of(context);
  if (path.starts_with("@/")) {
    CallError error;
    const auto localized = path_in_language(host, path, language, error);
    return localized ? content_url(host, *localized) : CallResult(error);
  }
  if (is_absolute_url(path)) {
    return Value::string(path);
  }
  const std::string localized = site_path_in_language(host, path, language);
  // Zola's front page of another language keeps its slash.
  const bool is_front_page = path == "/" && localized != "/";
  std::string url = host.config.base_url;
  while (url.ends_with('/')) {
    url.pop_back();
  }
  url = with_slash_policy(host, url + localized, wants_slash || is_front_page);
  if (wants_fingerprint) {
    url += cache_bust(host, context, localized == "/" + path ? path : localized);
  }
  return Value::string(std::move(url));
}

CallResult get_taxonomy_url(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::string kind = reader.text("kind");
  const std::string name = reader.text("name");
  const bool required = reader.boolean("required", true);
  const RenderHost& host = host_of(context);
  const std::string language = reader.text("lang", host.config.default_language);
  if (reader.error()) {
    return *reader.error();
  }
  if (host.values == nullptr) {
    return content_is_not_known_yet();
  }
  ReadLog::note(term_links_key(language, kind));
  const site::Taxonomy* taxonomy = host.values->find_taxonomy(language, kind);
  if (taxonomy == nullptr) {
    return required ? CallResult(CallError{fmt::format("there is no taxonomy `{}`", kind),
                                           "name it under `taxonomies` in the configuration"})
                    : CallResult(Value());
  }
  if (const site::Term* term = find_term(host, *taxonomy, name)) {
    return Value::view(term->permalink);
  }
  return required ? CallResult(CallError{fmt::format("`{}` is no term of the taxonomy `{}`", name, kind)})
                  : CallResult(Value());
}

CallResult asset_url(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::string path = reader.text("path");
  if (reader.error()) {
    return *reader.error();
  }
  const RenderHost& host = host_of(context);
  ReadLog::note(entity_key("asset", path));
  if (const ThemeAsset* asset = find_theme_asset(host.assets, path)) {
    return Value::string(host.mount_path + asset->path.substr(1));
  }
  std::vector<std::string> names;
  for (const ThemeAsset& asset : host.assets) {
    names.push_back(asset.name);
  }
  const auto nearest = base::find_nearest_name(path, names);
  return CallError{
      fmt::format("there is no theme asset `{}`", path),
      nearest ? "did you mean `" + *nearest + "`?" : "assets are the files of templates/assets/"};
}

}  // namespace

void add_url_functions(templating::Environment& environment) {
  using templating::CallOutput;
  // As in Zola, what these two give is printed without escaping.
  environment.add_function({.name = "get_url",
                            .parameters = {"path", "lang", "trailing_slash", "cachebust"},
                            .output = CallOutput::Markup},
                           get_url);
  environment.add_function({.name = "get_taxonomy_url",
                            .parameters = {"kind", "name", "lang", "required"},
                            .output = CallOutput::Markup},
                           get_taxonomy_url);
  environment.add_function({"asset_url", {"path"}}, asset_url);
}

}  // namespace loom::build
