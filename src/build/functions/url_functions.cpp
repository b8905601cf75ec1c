// get_url, get_taxonomy_url, asset_url.
#include <fmt/format.h>

#include "base/digest.h"
#include "base/edit_distance.h"
#include "base/utf8.h"
#include "build/entities.h"
#include "build/functions/render_host.h"
#include "build/functions/site_environment.h"
#include "site/link_index.h"

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
  return "?h=" + base::to_hex(base::sha2(base::Sha2::Sha256, *file->bytes)).substr(0, kCacheBustDigits);
}

bool is_absolute_url(std::string_view path) {
  return path.starts_with("http://") || path.starts_with("https://") || path.starts_with("//") ||
         path.starts_with("mailto:");
}

CallResult get_url(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::string path = reader.text("path");
  const bool wants_slash = reader.boolean("trailing_slash", false);
  const bool wants_fingerprint = reader.boolean("cachebust", false);
  if (reader.error()) {
    return *reader.error();
  }
  const RenderHost& host = host_of(context);
  if (path.starts_with("@/")) {
    return content_url(host, path);
  }
  if (is_absolute_url(path)) {
    return Value::string(path);
  }
  std::string url = host.config.base_url;
  while (url.ends_with('/')) {
    url.pop_back();
  }
  url += path.starts_with('/') ? path : "/" + path;
  if (wants_slash && !url.ends_with('/')) {
    url += '/';
  }
  if (wants_fingerprint) {
    url += cache_bust(host, context, path);
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
  if (const site::Term* term = host.values->find_term(*taxonomy, name)) {
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
  environment.add_function({"get_url", {"path", "lang", "trailing_slash", "cachebust"}}, get_url);
  environment.add_function({"get_taxonomy_url", {"kind", "name", "lang", "required"}}, get_taxonomy_url);
  environment.add_function({"asset_url", {"path"}}, asset_url);
}

}  // namespace loom::build
