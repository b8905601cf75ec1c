// A host object's fields as a table: name -> how to make the value, and which part of the entity it shows.
// One table per class, sorted by name.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "templating/value.h"

namespace loom::build {

/// Parts of a page or section that change apart from each other: lists show metadata, few templates show
/// bodies.
enum class FieldPart : std::uint8_t { Metadata, Body };

template <typename Object>
struct FieldEntry {
  std::string_view name;
  templating::Value (*read)(const Object&);
  FieldPart part = FieldPart::Metadata;
  /// False for a field of Loom's own: templates can ask for it, but do not meet it when they go through all.
  bool is_listed = true;
};

/// Null when there is no such field.
template <typename Object>
const FieldEntry<Object>* find_field(std::span<const FieldEntry<Object>> table, std::string_view name) {
  const auto entry =
      std::lower_bound(table.begin(), table.end(), name,
                       [](const FieldEntry<Object>& item, std::string_view key) { return item.name < key; });
  return entry != table.end() && entry->name == name ? &*entry : nullptr;
}

/// Of the fields that are listed.
template <typename Object>
std::vector<std::string_view> field_names_of(std::span<const FieldEntry<Object>> table) {
  std::vector<std::string_view> names;
  names.reserve(table.size());
  for (const FieldEntry<Object>& entry : table) {
    if (entry.is_listed) {
      names.push_back(entry.name);
    }
  }
  return names;
}

/// For a static_assert beside each table.
template <typename Object, std::size_t kCount>
constexpr bool is_sorted_table(const FieldEntry<Object> (&table)[kCount]) {
  for (std::size_t i = 1; i < kCount; ++i) {
    if (!(table[i - 1].name < table[i].name)) {
      return false;
    }
  }
  return true;
}

}  // namespace loom::build
