#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/ascii.h"
#include "base/date_format.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"
#include "templating/value_text.h"

namespace loom::templating {

namespace {

/// Years beyond about 30,000 are no dates to std::chrono.
constexpr std::int64_t kSecondsMax = 900'000'000'000;

std::optional<base::DateTime> date_of(const Value& input) {
  if (input.kind() == ValueKind::Date) {
    return input.as_date();
  }
  if (input.kind() == ValueKind::Integer) {
    if (std::abs(input.as_integer()) > kSecondsMax) {
      return std::nullopt;
    }
    return base::DateTime{.moment = base::UnixTime(std::chrono::seconds(input.as_integer())),
                          .has_time = true};
  }
  return input.is_string() ? base::parse_date_time(input.as_text()) : std::nullopt;
}

/// The part of the second that stands in a time as text: dates keep whole seconds.
std::chrono::nanoseconds fraction_of(const Value& input) {
  const std::string_view text = input.is_string() ? input.as_text() : std::string_view();
  std::int64_t value = 0;
  std::size_t at = std::min(text.find('.'), text.size());
  for (std::int64_t unit = 100'000'000; unit > 0 && ++at < text.size() && base::is_digit(text[at]);
       unit /= 10) {
    value += unit * (text[at] - '0');
  }
  return std::chrono::nanoseconds(value);
}

/// Whether a zone can be applied: a day, and a time without offset as text, are the same everywhere.
bool is_moment(const Value& input, const base::DateTime& date) {
  if (!date.has_time || !input.is_string()) {
    return date.has_time;
  }
  const std::string_view text = input.as_text();
  return text.find_first_of("Zz+-", std::min(text.find_first_of("Tt "), text.size())) !=
         std::string_view::npos;
}

CallError unknown_locale(const std::string& locale) {
  const base::TimeNames* names = base::find_language_names(locale);
  return {"there is no locale \"" + locale + "\"",
          names != nullptr ? "did you mean \"" + std::string(names->locale) + "\"?"
                           : "locales are a language and a country, as in \"de_DE\""};
}

CallResult format_date(const Value& input, const Arguments& arguments, RenderContext&) {
  ArgumentReader reader(arguments);
  const std::string format = reader.text("format", "%Y-%m-%d");
  const std::string zone = reader.text("timezone", "");
  const std::string locale = reader.text("locale", "");
  if (reader.error()) {
    return *reader.error();
  }
  if (!input.is_string() && input.kind() != ValueKind::Date && input.kind() != ValueKind::Integer) {
    return wrong_input("dates, strings and integers (seconds since 1970)", input);
  }
  const auto date = date_of(input);
  if (!date) {
    return CallError{describe(input) + " is no date", "dates are written 2026-11-20 or 2026-11-20T09:30:00Z"};
  }
  base::DateStyle style{.names = base::find_time_names(locale.empty() ? "POSIX" : locale),
                        .fraction = fraction_of(input)};
  if (style.names == nullptr) {
    return unknown_locale(locale);
  }
  if (arguments.find("timezone") != nullptr) {
    const base::TimeZone* known = base::find_time_zone(zone);
    if (known == nullptr) {
      return CallError{"there is no time zone \"" + zone + "\"",
                       "zones are named as in \"Europe/Berlin\"; they come with Debian's package tzdata"};
    }
    if (is_moment(input, *date)) {
      style.zone = known->at(date->moment);
    }
  }
  if (date->has_time && !is_moment(input, *date)) {
    style.zone = base::ZoneTime{std::chrono::seconds(0), "UTC"};
  }
  auto text = base::format_date(*date, format, style);
  if (!text) {
    return CallError{"the date format \"" + format + "\" holds an unknown `%` conversion",
                     "conversions are those of strftime: `%d %B %Y`, `%H:%M`"};
  }
  return Value::string(std::move(*text));
}

}  // namespace

void add_date_filter(Environment& environment) {
  environment.add_filter({.name = "date", .parameters = {"format", "timezone", "locale"}}, format_date);
}

}  // namespace loom::templating
