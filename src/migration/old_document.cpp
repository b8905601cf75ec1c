#include "migration/old_document.h"

#include <algorithm>

#include "base/ascii.h"
#include "migration/source_folder.h"
#include "site/field_reader.h"
#include "site/front_matter_block.h"
#include "site/json_data.h"
#include "site/toml_data.h"
#include "site/yaml_data.h"

namespace loom::migration {

namespace {

/// Mistakes become leftovers.
std::optional<base::Data> parse_with(std::optional<site::LocatedData> (*parse)(const site::DataText&,
                                                                               base::Diagnostics&),
                                     const site::DataText& text, NewSite& site) {
  base::Diagnostics mistakes;
  auto located = parse(text, mistakes);
  for (base::Diagnostic mistake : mistakes.items()) {
    mistake.severity = base::Severity::Warning;
    site.leftovers.add(std::move(mistake));
  }
  return located ? std::optional(std::move(located->data)) : std::nullopt;
}

/// The end of the JSON object that the text begins with; npos when it has none.
std::size_t json_object_end(std::string_view text) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_text) {
      in_text = text[i] != '"';
      i += text[i] == '\\' ? 1 : 0;
    } else if (text[i] == '"') {
      in_text = true;
    } else if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

OldDocument parse_json_document(const site::SourceFile& file, const std::string& text, NewSite& site) {
  OldDocument document;
  const std::size_t end = json_object_end(text);
  const std::string_view object = std::string_view(text).substr(0, end);
  const auto data = parse_with(site::parse_json, {file.path, object, 1, {}}, site);
  document.has_metadata = true;
  if (data && data->as_table() != nullptr) {
    document.front = *data->as_table();
  }
  std::size_t body = end == std::string::npos ? text.size() : end;
  while (body < text.size() && base::is_space(text[body])) {
    ++body;
  }
  document.body = text.substr(body);
  document.body_line = 1 + static_cast<std::uint32_t>(std::count(
                               text.begin(), text.begin() + static_cast<std::ptrdiff_t>(body), '\n'));
  return document;
}

}  // namespace

OldDocument parse_old_document(const site::SourceFile& file, std::chrono::minutes offset, NewSite& site) {
  const std::string text = text_of(file);
  if (text.starts_with("{\n") || text.starts_with("{\r") || text.starts_with("{ \"")) {
    return parse_json_document(file, text, site);
  }
  OldDocument document;
  const site::FrontMatterBlock block = site::find_front_matter_block(text);
  if (block.is_open) {
    site.leave(file.path, block.first_line, "its metadata has no end", "the whole file was taken for text");
  }
  document.has_metadata = block.syntax != site::FrontMatterSyntax::None && !block.is_open;
  document.body = text.substr(block.is_open ? 0 : block.body_offset);
  document.body_line = block.is_open ? 1 : block.body_line;
  if (document.has_metadata) {
    const bool is_toml = block.syntax == site::FrontMatterSyntax::Toml;
    const auto data = parse_with(is_toml ? site::parse_toml : site::parse_yaml,
                                 {file.path, block.text, block.first_line, offset}, site);
    if (data && data->as_table() != nullptr) {
      document.front = *data->as_table();
    }
  }
  return document;
}

std::optional<base::Data> parse_old_data(const site::SourceFile& file, NewSite& site) {
  const std::string text = text_of(file);
  const site::DataText input{file.path, text, 1, {}};
  if (file.path.ends_with(".toml")) {
    return parse_with(site::parse_toml, input, site);
  }
  if (file.path.ends_with(".json")) {
    return parse_with(site::parse_json, input, site);
  }
  return parse_with(site::parse_yaml, input, site);
}

std::optional<base::DateTime> date_value(const base::Data* value, std::chrono::minutes offset) {
  if (value == nullptr) {
    return std::nullopt;
  }
  if (const base::DateTime* date = value->as_date()) {
    return *date;
  }
  const std::string* text = value->as_string();
  return text == nullptr ? std::nullopt : site::parse_written_date(*text, offset);
}

}  // namespace loom::migration
