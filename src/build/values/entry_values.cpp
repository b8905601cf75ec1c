// Tested by tests/build/values/site_values_test.cpp.
#include "build/values/entry_values.h"

#include "markdown/document.h"

namespace loom::build {

using templating::Value;

namespace {

Value headings_value(const std::vector<markdown::Heading>& headings, const std::string& permalink) {
  Value::Array items;
  items.reserve(headings.size());
  for (const markdown::Heading& heading : headings) {
    items.push_back(Value::map({{"level", Value::integer(heading.level)},
                                {"id", Value::view(heading.id)},
                                {"title", Value::view(heading.title)},
                                {"title_html", Value::safe_view(heading.title_html)},
                                {"permalink", Value::string(permalink + "#" + heading.id)},
                                {"children", headings_value(heading.children, permalink)}}));
  }
  return Value::array(std::move(items));
}

}  // namespace

Value optional_text(const std::string& text) {
  return text.empty() ? Value::null() : Value::view(text);
}

Value optional_date(const std::optional<base::DateTime>& date) {
  return date ? Value::date(*date) : Value::null();
}

Value text_array(const std::vector<std::string>& texts) {
  Value::Array items;
  items.reserve(texts.size());
  for (const std::string& text : texts) {
    items.push_back(Value::view(text));
  }
  return Value::array(std::move(items));
}

Value ancestors_value(const site::Entry& entry, const site::Library& library) {
  Value::Array items;
  for (const std::uint32_t index : entry.placed->ancestors) {
    items.push_back(Value::view(library.sections[index].placed->relative_path));
  }
  return Value::array(std::move(items));
}

Value assets_value(const site::Entry& entry, const site::Library& library) {
  const site::PageSource* source = entry.placed->source.get();
  const bool is_page = source != nullptr && source->kind == site::ContentKind::Page;
  Value::Array items;
  for (std::uint32_t i = entry.placed->assets_begin; i < entry.placed->assets_end; ++i) {
    const site::PlacedAsset& asset = library.placement->assets[i];
    if (is_page) {
      const std::size_t content_bytes = source->path.size() - source->relative_path.size();
      items.push_back(Value::string("/" + asset.source_path.substr(content_bytes)));
    } else {
      items.push_back(Value::view(asset.path));
    }
  }
  return Value::array(std::move(items));
}

Value toc_value(const site::Entry& entry) {
  return headings_value(entry.document->toc, entry.placed->permalink);
}

Value backlinks_value(const site::Entry& entry) {
  Value::Array items;
  for (const site::Entry* source : entry.backlinks) {
    items.push_back(Value::map(
        {{"permalink", Value::view(source->placed->permalink)}, {"title", optional_text(source->title)}}));
  }
  return Value::array(std::move(items));
}

Value translations_value(const site::Entry& entry) {
  Value::Array items;
  for (const site::Entry* translation : entry.translations) {
    const site::PlacedPage& placed = *translation->placed;
    items.push_back(Value::map({{"lang", Value::view(placed.language)},
                                {"permalink", Value::view(placed.permalink)},
                                {"title", optional_text(translation->title)},
                                {"path", Value::view(placed.relative_path)}}));
  }
  return Value::array(std::move(items));
}

Value components_value(const site::Entry& entry) {
  return text_array(entry.placed->components);
}

Value colocated_path_value(const site::Entry& entry) {
  const std::string_view path = entry.placed->relative_path;
  const std::size_t slash = path.rfind('/');
  const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  const bool has_folder = name.starts_with("index.") || name.starts_with("_index.");
  return has_folder && slash != std::string_view::npos ? Value::view(path.substr(0, slash + 1))
                                                       : Value::null();
}

}  // namespace loom::build
