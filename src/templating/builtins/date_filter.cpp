#include <algorithm>
#include <array>
#include <optional>

#include "base/date_time.h"
#include "templating/builtins/builtins.h"
#include "templating/builtins/filter_input.h"
#include "templating/value_text.h"

namespace loom::templating {

namespace {

std::optional<base::DateTime> date_of(const Value& input) {
  if (input.kind() == ValueKind::Date) {
    return input.as_date();
  }
  if (input.kind() == ValueKind::Integer) {
    return base::DateTime{.moment = base::UnixTime(std::chrono::seconds(input.as_integer())),
                          .has_time = true};
  }
  return input.is_string() ? base::parse_date_time(input.as_text()) : std::nullopt;
}

bool is_utc(std::string_view zone) {
  static constexpr std::array<std::string_view, 6> kNames = {"UTC",     "Etc/UTC", "GMT",
                                                             "Etc/GMT", "Zulu",    "UCT"};
  return std::find(kNames.begin(), kNames.end(), zone) != kNames.end();
}

CallResult format_date(const Value& input, const Arguments& arguments, RenderContext& context) {
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
  auto date = date_of(input);
  if (!date) {
    return CallError{describe(input) + " is no date", "dates are written 2026-11-20 or 2026-11-20T09:30:00Z"};
  }
  if (is_utc(zone)) {
    date->offset = std::chrono::minutes(0);
  } else if (!zone.empty()) {
    context.warn("the time zone \"" + zone + "\" is not applied: the date is shown as it was written",
                 "only \"UTC\" is known");
  }
  auto text = base::format_date(*date, format);
  if (!text) {
    return CallError{"the date format \"" + format + "\" holds an unknown `%` conversion"};
  }
  return Value::string(std::move(*text));
}

}  // namespace

void add_date_filter(Environment& environment) {
  environment.add_filter({.name = "date", .parameters = {"format", "timezone", "locale"}}, format_date);
}

}  // namespace loom::templating
