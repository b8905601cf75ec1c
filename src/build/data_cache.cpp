#include "build/data_cache.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "build/csv_data.h"
#include "site/json_data.h"
#include "site/toml_data.h"
#include "site/yaml_data.h"

namespace loom::build {
namespace {

constexpr auto kFormats = std::to_array<std::string_view>({"toml", "json", "yaml", "csv", "plain"});

}  // namespace

std::string_view data_format_for(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const std::string extension = base::lower_ascii(dot == std::string_view::npos ? "" : path.substr(dot + 1));
  if (extension == "yml") {
    return "yaml";
  }
  const auto format = std::find(kFormats.begin(), kFormats.end(), extension);
  return format == kFormats.end() ? "plain" : *format;
}

bool is_data_format(std::string_view format) {
  return std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end();
}

DataCache::Loaded parse_data(std::string_view name, std::string_view text, std::string_view format) {
  const auto shared = [](base::Data data) { return std::make_shared<const base::Data>(std::move(data)); };
  if (format == "plain") {
    return shared(base::Data(std::string(text)));
  }
  if (format == "csv") {
    return shared(parse_csv(text));
  }
  base::Diagnostics diagnostics;
  const site::DataText input{name, text};
  auto parsed = format == "toml"   ? site::parse_toml(input, diagnostics)
                : format == "json" ? site::parse_json(input, diagnostics)
                                   : site::parse_yaml(input, diagnostics);
  if (!parsed) {
    return DataCache::Failure{diagnostics.items().front()};
  }
  return shared(std::move(parsed->data));
}

DataCache::Loaded DataCache::load(const site::SourceFile& file, std::string_view format) {
  const std::lock_guard lock(mutex_);
  const std::string key = std::string(format) + ":" + file.path;
  if (const Loaded* kept = loaded_.find(key, file.hash)) {
    return *kept;
  }
  return loaded_.put(key, file.hash, parse_data(file.path, *file.bytes, format));
}

void DataCache::sweep() {
  const std::lock_guard lock(mutex_);
  loaded_.sweep();
}

}  // namespace loom::build
