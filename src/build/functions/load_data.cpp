// load_data. Tested by tests/build/functions/data_functions_test.cpp.
#include <fmt/format.h>

#include "base/ascii.h"
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

CallResult load_text(std::string_view name, std::string_view text, std::string_view format) {
  const DataCache::Loaded loaded = parse_data(name, text, format);
  if (const auto* failure = std::get_if<DataCache::Failure>(&loaded)) {
    return failure_of(*failure);
  }
  return owned_value(*std::get<0>(loaded));
}

CallResult load_file(const RenderHost& host, const site::SourceFile& file, std::string_view format) {
  const DataCache::Loaded loaded =
      host.data.load(host.site_root, file, format.empty() ? data_format_for(file.path) : format);
  if (const auto* failure = std::get_if<DataCache::Failure>(&loaded)) {
    return failure_of(*failure);
  }
  return Value::data(*std::get<0>(loaded));
}

std::string_view accepted_type(std::string_view format) {
  return format == "json"     ? "application/json"
         : format == "toml"   ? "application/toml"
         : format == "yaml"   ? "application/x-yaml"
         : format == "csv"    ? "text/csv"
         : format == "xml"    ? "text/xml"
         : format == "bibtex" ? "application/x-bibtex"
                              : "text/plain";
}

bool is_header_text(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

/// Everything that the arguments of one call say.
class LoadReader {
 public:
  explicit LoadReader(const Arguments& arguments) : arguments_(arguments), reader_(arguments) {}

  /// False after a mistake.
  bool read();
  const CallError& error() const { return reader_.error() ? *reader_.error() : *error_; }

  bool has(std::string_view name) const { return arguments_.find(name) != nullptr; }
  bool has_one_source() const { return int{has("path")} + int{has("url")} + int{has("literal")} == 1; }

  std::string path;
  std::string literal;
  /// "" when it was not given.
  std::string_view format;
  bool is_required = true;
  fetch::Request request;

 private:
  void fail(std::string message, std::string hint = "") {
    if (!error_) {
      error_ = CallError{std::move(message), std::move(hint)};
    }
  }
  void read_format();
  void read_request();
  void read_headers();

  const Arguments& arguments_;
  ArgumentReader reader_;
  std::optional<CallError> error_;
};

bool LoadReader::read() {
  path = reader_.text("path", "");
  literal = reader_.text("literal", "");
  is_required = reader_.boolean("required", true);
  read_format();
  read_request();
  return !reader_.error() && !error_;
}

void LoadReader::read_format() {
  const std::string name = reader_.text("format", "");
  if (name.empty()) {
    return;
  }
  const auto known = find_data_format(name);
  if (!known) {
    fail(fmt::format("`{}` is no format of load_data", name),
         "use toml, json, yaml, csv, xml, bibtex or plain");
  }
  format = known.value_or("");
}

void LoadReader::read_request() {
  request.url = reader_.text("url", "");
  const std::string method = base::lower_ascii(reader_.text("method", "get"));
  if (method != "get" && method != "post") {
    fail(fmt::format("`{}` is no method of load_data", method), "use GET or POST");
  }
  request.is_post = method == "post";
  const std::string body = reader_.text("body", "");
  const std::string content_type = reader_.text("content_type", "");
  request.header_lines.push_back(fmt::format("Accept: {}", accepted_type(format)));
  if (request.is_post) {
    request.body = body;
    if (!content_type.empty()) {
      request.header_lines.push_back("Content-Type: " + content_type);
    }
  }
  if (!is_header_text(content_type)) {
    fail("`content_type` holds a line end");
  }
  read_headers();
}

/// ["name=value", ...]
void LoadReader::read_headers() {
  const Value* headers = arguments_.find("headers");
  if (headers == nullptr) {
    return;
  }
  if (!headers->is_array()) {
    fail("`headers` must be an array of strings \"name=value\"");
    return;
  }
  for (std::size_t i = 0; i < headers->size(); ++i) {
    const Value header = headers->at(i);
    const std::string_view text = header.is_string() ? header.as_text() : "";
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string_view::npos || !is_header_text(text) ||
        text.substr(0, equals).find_first_of(" :\t") != std::string_view::npos) {
      fail(fmt::format("`{}` is no header", text), "write it as \"name=value\"");
      return;
    }
    const std::string_view name = text.substr(0, equals);
    request.header_lines.push_back(fmt::format("{}: {}", name, text.substr(equals + 1)));
  }
}

CallResult load_url(const RenderHost& host, const LoadReader& arguments) {
  if (host.fetches == nullptr) {
    return arguments.is_required ? CallResult(CallError{"nothing is fetched from the network",
                                                        "run loom with --allow-fetch, or save the data below "
                                                        "the site and use `path`"})
                                 : CallResult(Value::null());
  }
  const FetchCache::Result& body = host.fetches->find(arguments.request);
  if (!body) {
    return arguments.is_required ? CallResult(CallError{"cannot fetch " + body.error().message()})
                                 : CallResult(Value::null());
  }
  return load_text(arguments.request.url, *body, arguments.format.empty() ? "plain" : arguments.format);
}

CallResult load_data(const Arguments& arguments, RenderContext& context) {
  LoadReader reader(arguments);
  if (!reader.read()) {
    return reader.error();
  }
  if (!reader.has_one_source()) {
    return reader.is_required ? CallResult(CallError{"it needs one of `path`, `url` and `literal`"})
                              : CallResult(Value::null());
  }
  if (reader.has("literal")) {
    return load_text("literal", reader.literal, reader.format.empty() ? "plain" : reader.format);
  }
  const RenderHost& host = host_of(context);
  if (reader.has("url")) {
    return load_url(host, reader);
  }
  if (const site::SourceFile* file = find_named_file(host, reader.path)) {
    return load_file(host, *file, reader.format);
  }
  return reader.is_required ? CallResult(missing_file(reader.path)) : CallResult(Value::null());
}

}  // namespace

void add_load_data(templating::Environment& environment) {
  environment.add_function(
      {"load_data",
       {"path", "url", "literal", "format", "required", "method", "body", "content_type", "headers"}},
      load_data);
}

}  // namespace loom::build
