// A host object's fields as a table: name -> how to make the value, and which part of the entity it shows.
// One table per class, sorted by name.
#pragma once

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

/// Finds a field by a hash of its name that no two names of the table share: templates look up little else.
template <typename Object, std::size_t kCount>
class FieldIndex {
 public:
  explicit constexpr FieldIndex(const FieldEntry<Object> (&table)[kCount]) : table_(table) {
    static_assert(kCount < kNoEntry);
    while (!fill()) {
      factor_ += 2;
    }
  }

  /// Null when there is no such field.
  const FieldEntry<Object>* find(std::string_view name) const {
    if (name.empty()) {
      return nullptr;
    }
    const std::uint8_t place = places_[slot_of(name)];
    return place != kNoEntry && table_[place].name == name ? &table_[place] : nullptr;
  }

 private:
  static constexpr std::size_t kSlotCount = 256;
  static constexpr std::uint8_t kNoEntry = 0xFF;

  /// Requires: name is not empty.
  constexpr std::size_t slot_of(std::string_view name) const {
    const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(name[at])}; };
    const std::size_t size = name.size();
    const std::uint32_t mixed =
        byte(0) | (byte(size - 1) << 8) | (byte(size / 2) << 16) | (static_cast<std::uint32_t>(size) << 24);
    return (mixed * factor_) >> 24;
  }

  constexpr bool fill() {
    for (std::uint8_t& place : places_) {
      place = kNoEntry;
    }
    for (std::size_t i = 0; i < kCount; ++i) {
      std::uint8_t& place = places_[slot_of(table_[i].name)];
      if (place != kNoEntry) {
        return false;
      }
      place = static_cast<std::uint8_t>(i);
    }
    return true;
  }

  const FieldEntry<Object> (&table_)[kCount];
  std::uint32_t factor_ = 0x9E3779B1;
  std::uint8_t places_[kSlotCount] = {};
};

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
