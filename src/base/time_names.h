// The names of days and months, date formats and digit groups of the world's languages. The tables are made
// when Loom is built, from the locale sources of the C library (Debian's package `locales`). Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace loom::base {

struct TimeNames {
  /// "de_DE", "ca_ES@valencia"
  std::string_view locale;
  /// From Sunday.
  std::array<std::string_view, 7> days;
  std::array<std::string_view, 7> short_days;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 12> short_months;
  /// Empty in languages that count 24 hours.
  std::array<std::string_view, 2> day_halves;
  /// strftime formats of %c, %x, %X and %r; the last may be empty.
  std::string_view date_time_format;
  std::string_view date_format;
  std::string_view time_format;
  std::string_view half_day_format;
  /// Between groups of digits, "" for none, and the sizes of the groups from the right; the last counts on.
  std::string_view group_separator;
  std::array<std::uint8_t, 2> group_sizes;
};

/// By the name of a locale ("de_DE"); null when there is none.
const TimeNames* find_time_names(std::string_view locale);

/// By the name of a language ("de", "pt-BR"), with its main country where none is named; null when there is
/// none.
const TimeNames* find_language_names(std::string_view language);

}  // namespace loom::base
