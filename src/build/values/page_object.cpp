// Tested by tests/build/values/site_values_test.cpp.
#include "base/date_format.h"
#include "build/values/entry_values.h"
#include "build/values/field_table.h"
#include "build/values/site_values.h"
#include "markdown/document.h"

namespace loom::build {

using templating::Value;

namespace {

Value neighbour(const PageObject& object, std::uint32_t index) {
  return index == site::kNone ? Value::null() : Value::object(object.values().page(index));
}

Value calendar_field(const PageObject& object, std::string_view format) {
  if (!object.page().date) {
    return Value::null();
  }
  const auto text = base::format_date(*object.page().date, format);
  return Value::integer(std::stoll(*text));
}

Value taxonomies_value(const PageObject& object) {
  // An object is always true in a condition, an empty map is not.
  return object.page().front().taxonomies.empty() ? Value::map({}) : Value::object(object.taxonomies());
}

Value count_value(std::size_t count) {
  return Value::integer(static_cast<std::int64_t>(count));
}

constexpr bool kUnlisted = false;

constexpr FieldEntry<PageObject> kFields[] = {
    {"aliases", [](const PageObject& o) { return text_array(o.page().placed->aliases); }, FieldPart::Metadata,
     kUnlisted},
    {"ancestors", [](const PageObject& o) { return ancestors_value(o.page(), o.values().library()); }},
    {"assets", [](const PageObject& o) { return assets_value(o.page(), o.values().library()); }},
    {"authors", [](const PageObject& o) { return text_array(o.page().front().authors); }},
    {"backlinks", [](const PageObject& o) { return backlinks_value(o.page()); }, FieldPart::Body},
    {"colocated_path", [](const PageObject& o) { return colocated_path_value(o.page()); }},
    {"components", [](const PageObject& o) { return components_value(o.page()); }},
    {"content", [](const PageObject& o) { return Value::view(o.page().document->html); }, FieldPart::Body},
    {"date", [](const PageObject& o) { return optional_date(o.page().date); }},
    {"day", [](const PageObject& o) { return calendar_field(o, "%-d"); }},
    {"description", [](const PageObject& o) { return optional_text(o.page().description); }},
    {"draft", [](const PageObject& o) { return Value::boolean(o.page().front().draft); }},
    {"extra", [](const PageObject& o) { return Value::data(o.page().front().extra); }},
    {"higher", [](const PageObject& o) { return neighbour(o, o.page().higher); }},
    {"image", [](const PageObject& o) { return optional_text(o.page().front().image); }, FieldPart::Metadata,
     kUnlisted},
    {"in_search_index", [](const PageObject& o) { return Value::boolean(o.page().in_search_index); },
     FieldPart::Metadata, kUnlisted},
    {"lang", [](const PageObject& o) { return Value::view(o.page().placed->language); }},
    {"lower", [](const PageObject& o) { return neighbour(o, o.page().lower); }},
    {"month", [](const PageObject& o) { return calendar_field(o, "%-m"); }},
    {"path", [](const PageObject& o) { return Value::view(o.page().placed->path); }},
    {"permalink", [](const PageObject& o) { return Value::view(o.page().placed->permalink); }},
    {"raw_content", [](const PageObject& o) { return Value::view(o.page().placed->source->body()); },
     FieldPart::Body, kUnlisted},
    {"reading_time", [](const PageObject& o) { return count_value(o.page().reading_time_minutes); },
     FieldPart::Body},
    {"relative_path", [](const PageObject& o) { return Value::view(o.page().placed->relative_path); }},
    {"slug", [](const PageObject& o) { return Value::view(o.page().placed->slug); }},
    {"summary",
     [](const PageObject& o) {
       const auto& summary = o.page().document->summary_html;
       return summary ? Value::view(*summary) : Value::null();
     },
     FieldPart::Body},
    {"taxonomies", taxonomies_value},
    {"title", [](const PageObject& o) { return optional_text(o.page().title); }},
    {"toc", [](const PageObject& o) { return toc_value(o.page()); }, FieldPart::Body},
    {"translations", [](const PageObject& o) { return translations_value(o.page()); }},
    {"updated", [](const PageObject& o) { return optional_date(o.page().updated); }},
    {"weight",
     [](const PageObject& o) {
       const auto& weight = o.page().front().weight;
       return weight ? Value::integer(*weight) : Value::null();
     },
     FieldPart::Metadata, kUnlisted},
    {"word_count", [](const PageObject& o) { return count_value(o.page().word_count); }, FieldPart::Body},
    {"year", [](const PageObject& o) { return calendar_field(o, "%Y"); }},
};
static_assert(is_sorted_table(kFields));
constexpr FieldIndex kIndex(kFields);

}  // namespace

Value PageTaxonomies::field(std::string_view name) const {
  const auto& taxonomies = page_->front().taxonomies;
  for (std::size_t i = 0; i < taxonomies.size(); ++i) {
    if (taxonomies[i].first == name) {
      return Value::list(lists_[i]);
    }
  }
  return {};
}

std::vector<std::string_view> PageTaxonomies::field_names() const {
  std::vector<std::string_view> names;
  for (const auto& taxonomy : page_->front().taxonomies) {
    names.emplace_back(taxonomy.first);
  }
  return names;
}

Value PageObject::field(std::string_view name) const {
  const FieldEntry<PageObject>* entry = kIndex.find(name);
  if (entry != nullptr && entry->part == FieldPart::Body) {
    ReadLog::note(body_key_);
  } else if (values_->library().pages.empty()) {
    // A page before any content is rendered: it is in no list.
    ReadLog::note(key_);
  } else {
    ReadLog::note_page(key_, static_cast<std::size_t>(page_ - values_->library().pages.data()));
  }
  return entry == nullptr ? Value() : entry->read(*this);
}

std::vector<std::string_view> PageObject::field_names() const {
  return field_names_of<PageObject>(kFields);
}

}  // namespace loom::build
