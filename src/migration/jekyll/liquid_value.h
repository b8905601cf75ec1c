// Liquid expressions whose value does not change from visit to visit: variables of the configuration, of data
// files and of the page, literals and common filters. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/data.h"

namespace loom::migration {

struct LiquidScope {
  /// "site": configuration with `data`; "page": front matter; and what `assign` and loops add.
  std::map<std::string, base::Data, std::less<>> variables;
  /// Keys of `site` and `page` that Jekyll makes by itself and that cannot be known here.
  std::map<std::string, std::vector<std::string>, std::less<>> unknown_keys;
};

/// The value of "a.b | filter: x"; null for what is not there, nothing for what cannot be known.
std::optional<base::Data> evaluate_liquid(std::string_view expression, const LiquidScope& scope);

/// Whether a condition ("a == 'b' and c") holds; nothing when it cannot be known.
std::optional<bool> evaluate_condition(std::string_view condition, const LiquidScope& scope);

/// As Liquid prints it; nothing for a table.
std::optional<std::string> liquid_text(const base::Data& value);

/// `name=value` pairs behind a tag, the values as they stand ("\"text\"", "page.x").
std::vector<std::pair<std::string, std::string>> parse_tag_arguments(std::string_view text);

/// The inside of a quoted text; nothing for anything else.
std::optional<std::string> literal_text(std::string_view expression);

}  // namespace loom::migration
