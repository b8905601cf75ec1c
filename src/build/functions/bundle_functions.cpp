// bundle.
#include <fmt/format.h>

#include "build/functions/render_host.h"
#include "build/functions/site_environment.h"

namespace loom::build {
namespace {

using templating::ArgumentReader;
using templating::Arguments;
using templating::CallError;
using templating::CallResult;
using templating::RenderContext;
using templating::Value;

/// One path or a list of paths; empty when it is neither.
std::vector<std::string> paths_of(const Value& value) {
  std::vector<std::string> paths;
  if (value.is_string()) {
    paths.emplace_back(value.as_text());
  }
  for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
    const Value item = value.at(i);
    if (!item.is_string()) {
      return {};
    }
    paths.emplace_back(item.as_text());
  }
  return paths;
}

/// Where the file of a site is published.
std::string url_of(const RenderHost& host, const site::SourceFile& file) {
  if (host.compiled != nullptr && host.compiled->find(file.path) == &file) {
    return "/" + file.path;
  }
  const std::string theme = "themes/" + host.config.theme + "/static/";
  for (const std::string_view folder :
       {std::string_view("static/"), std::string_view("content/"), std::string_view(theme)}) {
    if (file.path.starts_with(folder)) {
      return "/" + file.path.substr(folder.size());
    }
  }
  return "/" + file.path;
}

CallResult bundle(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const Value path = reader.value("path");
  const bool wants_integrity = reader.boolean("integrity", false);
  if (reader.error()) {
    return *reader.error();
  }
  const RenderHost& host = host_of(context);
  BundleInput input;
  input.paths = paths_of(path);
  if (input.paths.empty()) {
    return CallError{"`path` is no path and no list of paths", "bundle(path=[\"css/a.css\", \"css/b.css\"])"};
  }
  input.find = [&](std::string_view name) { return find_named_file(host, name); };
  input.url_of = [&](const site::SourceFile& file) { return url_of(host, file); };
  input.mount_path = host.mount_path;
  const BundleCache::Found found = host.bundles.find_or_make(input);
  if (const auto* error = std::get_if<BundleError>(&found)) {
    return CallError{error->message, error->hint};
  }
  const Bundle& made = *std::get<0>(found);
  for (const std::string& warning : made.warnings) {
    context.warn(warning, "import it at the head of the first style sheet");
  }
  ReadLog::note_file(made.file);
  return Value::string(wants_integrity ? made.integrity : host.mount_path + made.file->path.substr(1));
}

}  // namespace

void add_bundle_functions(templating::Environment& environment) {
  environment.add_function({"bundle", {"path", "integrity"}}, bundle);
}

}  // namespace loom::build
