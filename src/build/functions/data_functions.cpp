// load_data, get_hash.
#include <fmt/format.h>
#include <optional>

#include "base/digest.h"
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

/// A copy that owns everything: for data that nobody keeps.
Value owned_value(const base::Data& data) {
  if (const auto* array = data.as_array()) {
    Value::Array items;
    for (const base::Data& item : *array) {
      items.push_back(owned_value(item));
    }
    return Value::array(std::move(items));
  }
  if (const auto* table = data.as_table()) {
    Value::Map map;
    for (const auto& [key, item] : *table) {
      map.emplace_back(key, owned_value(item));
    }
    return Value::map(std::move(map));
  }
  if (const auto* text = data.as_string()) {
    return Value::string(*text);
  }
  return Value::data(data);
}

CallError failure_of(const DataCache::Failure& failure) {
  const base::Diagnostic& diagnostic = failure.diagnostic;
  return {
      fmt::format("{}:{}:{}: {}", diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.message),
      diagnostic.hint};
}

CallResult load_literal(const std::string& literal, const std::string& format) {
  const DataCache::Loaded loaded = parse_data("literal", literal, format.empty() ? "plain" : format);
  if (const auto* failure = std::get_if<DataCache::Failure>(&loaded)) {
    return failure_of(*failure);
  }
  return owned_value(*std::get<0>(loaded));
}

CallResult load_file(const RenderHost& host, const site::SourceFile& file, const std::string& format) {
  const DataCache::Loaded loaded = host.data.load(file, format.empty() ? data_format_for(file.path) : format);
  if (const auto* failure = std::get_if<DataCache::Failure>(&loaded)) {
    return failure_of(*failure);
  }
  return Value::data(*std::get<0>(loaded));
}

CallResult load_data(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::string path = reader.text("path", "");
  const std::string literal = reader.text("literal", "");
  const std::string format = reader.text("format", "");
  const bool required = reader.boolean("required", true);
  if (reader.error()) {
    return *reader.error();
  }
  if (!format.empty() && !is_data_format(format)) {
    return CallError{fmt::format("`{}` is no format of load_data here", format),
                     "use toml, json, yaml, csv or plain"};
  }
  if (arguments.find("url") != nullptr) {
    return CallError{"load_data does not fetch from the network",
                     "save the file below the site and use `path`"};
  }
  if (arguments.find("literal") != nullptr) {
    return load_literal(literal, format);
  }
  const RenderHost& host = host_of(context);
  const site::SourceFile* file = find_named_file(host, path);
  if (file != nullptr) {
    return load_file(host, *file, format);
  }
  if (!required) {
    return Value::null();
  }
  return CallError{fmt::format("there is no file `{}`", path),
                   "paths are looked up below the site, static/ and content/"};
}

std::optional<base::Sha2> sha2_of(std::int64_t bits) {
  switch (bits) {
    case 256:
      return base::Sha2::Sha256;
    case 384:
      return base::Sha2::Sha384;
    case 512:
      return base::Sha2::Sha512;
    default:
      return std::nullopt;
  }
}

base::Result<std::string> digest_of_file(const RenderHost& host, const std::string& path, base::Sha2 kind) {
  const site::SourceFile* file = find_named_file(host, path);
  return file == nullptr ? base::Error(fmt::format("there is no file `{}`; {}", path, kSearchOrderHint))
                         : host.digests.find(host.site_root, *file, kind);
}

CallResult get_hash(const Arguments& arguments, RenderContext& context) {
  ArgumentReader reader(arguments);
  const std::string path = reader.text("path", "");
  const std::string literal = reader.text("literal", "");
  const std::int64_t bits = reader.integer("sha_type", 384);
  const bool as_base64 = reader.boolean("base64", true);
  if (reader.error()) {
    return *reader.error();
  }
  const bool has_path = arguments.find("path") != nullptr;
  if (has_path == (arguments.find("literal") != nullptr)) {
    return CallError{"it needs either `path` or `literal`"};
  }
  const auto kind = sha2_of(bits);
  if (!kind) {
    return CallError{fmt::format("sha_type is {}; it can be 256, 384 or 512", bits)};
  }
  const auto digest = has_path ? digest_of_file(host_of(context), path, *kind)
                               : base::Result<std::string>(base::sha2(*kind, literal));
  if (!digest) {
    return CallError{digest.error().message()};
  }
  return Value::string(as_base64 ? base::to_base64(*digest) : base::to_hex(*digest));
}

}  // namespace

void add_data_functions(templating::Environment& environment) {
  environment.add_function(
      {"load_data",
       {"path", "url", "literal", "format", "required", "method", "body", "content_type", "headers"}},
      load_data);
  environment.add_function({"get_hash", {"path", "literal", "sha_type", "base64"}}, get_hash);
}

}  // namespace loom::build
