#include "build/data/data_cache.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "build/data/bibtex_data.h"
#include "build/data/csv_data.h"
#include "build/data/xml_data.h"
#include "build/source_bytes.h"
#include "site/json_data.h"
#include "site/toml_data.h"
#include "site/yaml_data.h"

namespace loom::build {
namespace {

constexpr auto kFormats =
    std::to_array<std::string_view>({"toml", "json", "yaml", "csv", "xml", "bibtex", "plain"});
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::optional<base::Data> parse_format(const site::DataText& input, std::string_view format,
                                       base::Diagnostics& diagnostics) {
  if (format == "plain") {
    return base::Data(std::string(input.text));
  }
  if (format == "csv") {
    return parse_csv(input, diagnostics);
  }
  if (format == "xml") {
    return parse_xml(input, diagnostics);
  }
  if (format == "bibtex") {
    return parse_bibtex(input, diagnostics);
  }
  auto parsed = format == "toml"   ? site::parse_toml(input, diagnostics)
                : format == "json" ? site::parse_json(input, diagnostics)
                                   : site::parse_yaml(input, diagnostics);
  return parsed ? std::optional(std::move(parsed->data)) : std::nullopt;
}

DataCache::Loaded unreadable(const site::SourceFile& file, const base::Error& error) {
  base::Diagnostic diagnostic;
  diagnostic.file = file.path;
  diagnostic.message = error.message();
  return DataCache::Failure{std::move(diagnostic)};
}

}  // namespace

std::string_view data_format_for(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const std::string_view extension = dot == std::string_view::npos ? "" : path.substr(dot + 1);
  return find_data_format(extension).value_or("plain");
}

std::optional<std::string_view> find_data_format(std::string_view name) {
  if (base::equals_ignore_case(name, "yml")) {
    return "yaml";
  }
  const auto format = std::find_if(kFormats.begin(), kFormats.end(), [&](std::string_view known) {
    return base::equals_ignore_case(known, name);
  });
  return format == kFormats.end() ? std::nullopt : std::optional(*format);
}

DataCache::Loaded parse_data(std::string_view name, std::string_view text, std::string_view format) {
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  if (const auto invalid = base::find_invalid_utf8(text)) {
    base::Diagnostic diagnostic = base::make_error_at(name, text, *invalid, "this is no text in UTF-8");
    diagnostic.source_line.clear();
    return DataCache::Failure{std::move(diagnostic)};
  }
  base::Diagnostics diagnostics;
  auto data = parse_format({name, text}, format, diagnostics);
  if (!data) {
    return DataCache::Failure{diagnostics.items().front()};
  }
  return std::make_shared<const base::Data>(std::move(*data));
}

DataCache::Loaded DataCache::load(const std::string& site_root, const site::SourceFile& file,
                                  std::string_view format) {
  return *loaded_.find_or_make(std::string(format) + ":" + file.path, file.hash, [&]() -> Loaded {
    const auto bytes = load_source_bytes(site_root, file);
    return bytes ? parse_data(file.path, **bytes, format) : unreadable(file, bytes.error());
  });
}

}  // namespace loom::build
