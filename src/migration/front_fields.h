// Metadata of a page in Zola's form, from the flat fields that Jekyll and Hugo share. Pure.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "migration/new_site.h"

namespace loom::migration {

struct FrontFieldRules {
  /// Fields that say something to the old engine alone.
  std::span<const std::string_view> dropped;
  /// Fields that are lists of terms; taken by name.
  std::vector<std::string> taxonomies;
  std::chrono::minutes date_offset{0};
};

/// Title, description, dates, weight, draft, authors and terms under the names of Loom; everything else under
/// [extra]. Addresses and aliases are the caller's business.
base::Data::Table convert_front(const base::Data::Table& old_front, const FrontFieldRules& rules);

/// Adds a value to [extra] or [taxonomies].
void set_inner_value(base::Data::Table& front, std::string_view table, std::string_view key,
                     base::Data value);

/// "step-by-step" -> "Step by step", for a folder that has no title.
std::string title_of_name(std::string_view name);

}  // namespace loom::migration
