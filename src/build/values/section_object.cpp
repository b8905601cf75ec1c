// Tested by tests/build/values/site_values_test.cpp.
#include "build/values/entry_values.h"
#include "build/values/field_table.h"
#include "build/values/site_values.h"
#include "markdown/document.h"

namespace loom::build {

using templating::Value;

namespace {

Value subsections_value(const SectionObject& object) {
  Value::Array items;
  for (const std::uint32_t index : object.section().subsections) {
    items.push_back(Value::view(object.values().library().sections[index].placed->relative_path));
  }
  return Value::array(std::move(items));
}

Value paginate_by_value(const SectionObject& object) {
  const auto& paginator = object.section().paginator;
  return paginator ? Value::integer(static_cast<std::int64_t>(paginator->paginate_by)) : Value::null();
}

Value count_value(std::size_t count) {
  return Value::integer(static_cast<std::int64_t>(count));
}

constexpr bool kUnlisted = false;

constexpr FieldEntry<SectionObject> kFields[] = {
    {"ancestors", [](const SectionObject& o) { return ancestors_value(o.section(), o.values().library()); }},
    {"assets", [](const SectionObject& o) { return assets_value(o.section(), o.values().library()); }},
    {"backlinks", [](const SectionObject& o) { return backlinks_value(o.section()); }, FieldPart::Body},
    {"colocated_path", [](const SectionObject& o) { return colocated_path_value(o.section()); }},
    {"components", [](const SectionObject& o) { return components_value(o.section()); }},
    {"content", [](const SectionObject& o) { return Value::view(o.section().document->html); },
     FieldPart::Body},
    {"description", [](const SectionObject& o) { return optional_text(o.section().description); }},
    {"draft", [](const SectionObject& o) { return Value::boolean(o.section().front().draft); }},
    {"extra", [](const SectionObject& o) { return Value::data(o.section().front().extra); }},
    {"generate_feeds", [](const SectionObject& o) { return Value::boolean(o.section().generate_feeds); }},
    {"lang", [](const SectionObject& o) { return Value::view(o.section().placed->language); }},
    {"pages", [](const SectionObject& o) { return Value::list(o.pages()); }},
    {"paginate_by", paginate_by_value},
    {"paginate_reversed",
     [](const SectionObject& o) { return Value::boolean(o.section().front().section.paginate_reversed); }},
    {"path", [](const SectionObject& o) { return Value::view(o.section().placed->path); }},
    {"permalink", [](const SectionObject& o) { return Value::view(o.section().placed->permalink); }},
    {"reading_time", [](const SectionObject& o) { return count_value(o.section().reading_time_minutes); },
     FieldPart::Body},
    {"relative_path", [](const SectionObject& o) { return Value::view(o.section().placed->relative_path); }},
    {"subsections", subsections_value},
    {"title", [](const SectionObject& o) { return optional_text(o.section().title); }},
    {"toc", [](const SectionObject& o) { return toc_value(o.section()); }, FieldPart::Body},
    {"translations", [](const SectionObject& o) { return translations_value(o.section()); }},
    {"transparent",
     [](const SectionObject& o) { return Value::boolean(o.section().front().section.transparent); }},
    {"weight",
     [](const SectionObject& o) {
       const auto& weight = o.section().front().weight;
       return weight ? Value::integer(*weight) : Value::null();
     },
     FieldPart::Metadata, kUnlisted},
    {"word_count", [](const SectionObject& o) { return count_value(o.section().word_count); },
     FieldPart::Body},
};
static_assert(is_sorted_table(kFields));
constexpr FieldIndex kIndex(kFields);

}  // namespace

Value SectionObject::field(std::string_view name) const {
  const FieldEntry<SectionObject>* entry = kIndex.find(name);
  ReadLog::note(entry != nullptr && entry->part == FieldPart::Body ? body_key_ : key_);
  return entry == nullptr ? Value() : entry->read(*this);
}

std::vector<std::string_view> SectionObject::field_names() const {
  return field_names_of<SectionObject>(kFields);
}

}  // namespace loom::build
