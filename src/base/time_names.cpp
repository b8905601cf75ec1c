#include "base/time_names.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/ascii.h"
#include "base/generated_tables.h"

namespace loom::base {

const TimeNames* find_time_names(std::string_view locale) {
  const std::span<const TimeNames> all = generated_time_names();
  const auto found =
      std::lower_bound(all.begin(), all.end(), locale,
                       [](const TimeNames& names, std::string_view wanted) { return names.locale < wanted; });
  return found != all.end() && found->locale == locale ? &*found : nullptr;
}

const TimeNames* find_language_names(std::string_view language) {
  std::string name(language);
  std::replace(name.begin(), name.end(), '-', '_');
  if (name.empty() || name == "en") {
    return find_time_names("en_US");
  }
  if (const TimeNames* exact = find_time_names(name)) {
    return exact;
  }
  std::string country = name + "_";
  for (const char c : name) {
    country += static_cast<char>(is_alpha(c) ? c & ~0x20 : c);
  }
  if (const TimeNames* main = find_time_names(country)) {
    return main;
  }
  const std::span<const TimeNames> all = generated_time_names();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const TimeNames& names) { return names.locale.starts_with(name + "_"); });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace loom::base
