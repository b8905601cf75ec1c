#include "base/date_time.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

#include "base/ascii.h"

namespace loom::base {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

/// Reads digits from the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) {
      return std::nullopt;
    }
    const auto value = parse_unsigned(rest_.substr(0, count));
    if (!value) {
      return std::nullopt;
    }
    rest_.remove_prefix(count);
    return static_cast<int>(*value);
  }

  bool take_any(std::string_view choices) {
    if (rest_.empty() || choices.find(rest_.front()) == std::string_view::npos) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view rest() const { return rest_; }
  void skip_digits() {
    while (!rest_.empty() && is_digit(rest_.front())) {
      rest_.remove_prefix(1);
    }
  }

 private:
  std::string_view rest_;
};

std::optional<std::chrono::sys_days> read_day(Reader& reader) {
  const auto year = reader.digits(4);
  if (!year || !reader.take_any("-")) {
    return std::nullopt;
  }
  const auto month = reader.digits(2);
  if (!month || !reader.take_any("-")) {
    return std::nullopt;
  }
  const auto day = reader.digits(2);
  if (!day) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional<std::chrono::sys_days>(date) : std::nullopt;
}

std::optional<seconds> read_time(Reader& reader) {
  const auto hour = reader.digits(2);
  if (!hour || *hour > 23 || !reader.take_any(":")) {
    return std::nullopt;
  }
  const auto minute = reader.digits(2);
  if (!minute || *minute > 59) {
    return std::nullopt;
  }
  int second = 0;
  if (reader.take_any(":")) {
    const auto read = reader.digits(2);
    if (!read || *read > 60) {
      return std::nullopt;
    }
    second = *read;
    if (reader.take_any(".,")) {
      reader.skip_digits();
    }
  }
  return hours(*hour) + minutes(*minute) + seconds(second);
}

std::optional<minutes> read_offset(Reader& reader, minutes default_offset) {
  reader.take_any(" ");
  if (reader.rest().empty()) {
    return default_offset;
  }
  if (reader.take_any("Zz")) {
    return minutes(0);
  }
  const bool west = reader.rest().front() == '-';
  if (!reader.take_any("+-")) {
    return std::nullopt;
  }
  const auto hour = reader.digits(2);
  reader.take_any(":");
  const auto minute = reader.rest().empty() ? std::optional<int>(0) : reader.digits(2);
  if (!hour || !minute || *hour > 23 || *minute > 59) {
    return std::nullopt;
  }
  const minutes offset = hours(*hour) + minutes(*minute);
  return west ? -offset : offset;
}

/// The calendar fields of a date as they were written.
struct Civil {
  explicit Civil(const DateTime& written)
      : local(written.moment + written.offset),
        day(std::chrono::floor<days>(local)),
        date(day),
        time(local - day),
        weekday(std::chrono::weekday(day).c_encoding()) {}

  int year() const { return static_cast<int>(date.year()); }
  unsigned month() const { return static_cast<unsigned>(date.month()); }
  unsigned day_of_month() const { return static_cast<unsigned>(date.day()); }
  std::int64_t day_of_year() const { return (day - std::chrono::sys_days(date.year() / 1 / 1)).count() + 1; }

  UnixTime local;
  std::chrono::sys_days day;
  std::chrono::year_month_day date;
  std::chrono::hh_mm_ss<seconds> time;
  unsigned weekday;
};

std::string offset_text(minutes offset, std::string_view separator) {
  const auto absolute = std::chrono::abs(offset);
  return fmt::format("{}{:02}{}{:02}", offset < minutes(0) ? '-' : '+', absolute.count() / 60, separator,
                     absolute.count() % 60);
}

/// How a number is shown unless a flag says otherwise.
struct Field {
  int width;
  char padding;
};

void append_number(std::string& out, std::int64_t value, Field field, char flag) {
  char digits[20];
  const char* const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  const auto count = static_cast<std::size_t>(end - digits);
  if (flag != '-' && count < static_cast<std::size_t>(field.width)) {
    const char fill = flag == '_' ? ' ' : flag == '0' ? '0' : field.padding;
    out.append(static_cast<std::size_t>(field.width) - count, fill);
  }
  out.append(digits, count);
}

/// False when the conversion is none of a number.
bool append_number(std::string& out, const Civil& civil, char conversion, char flag) {
  const auto append = [&](std::int64_t value, int width, char padding) {
    append_number(out, value, Field{width, padding}, flag);
    return true;
  };
  const std::int64_t hour = civil.time.hours().count();
  const std::int64_t half_day_hour = hour % 12 == 0 ? 12 : hour % 12;
  switch (conversion) {
    case 'Y':
      return append(civil.year(), 4, '0');
    case 'C':
      return append(civil.year() / 100, 2, '0');
    case 'y':
      return append(civil.year() % 100, 2, '0');
    case 'm':
      return append(civil.month(), 2, '0');
    case 'd':
      return append(civil.day_of_month(), 2, '0');
    case 'e':
      return append(civil.day_of_month(), 2, ' ');
    case 'j':
      return append(civil.day_of_year(), 3, '0');
    case 'H':
      return append(hour, 2, '0');
    case 'k':
      return append(hour, 2, ' ');
    case 'I':
      return append(half_day_hour, 2, '0');
    case 'l':
      return append(half_day_hour, 2, ' ');
    case 'M':
      return append(civil.time.minutes().count(), 2, '0');
    case 'S':
      return append(civil.time.seconds().count(), 2, '0');
    case 'u':
      return append(civil.weekday == 0 ? 7 : civil.weekday, 1, '0');
    case 'w':
      return append(civil.weekday, 1, '0');
    default:
      return false;
  }
}

/// False when there is no such conversion.
bool append_text(std::string& out, const Civil& civil, const DateTime& date, char conversion) {
  switch (conversion) {
    case 'B':
      out += kMonths[civil.month() - 1];
      return true;
    case 'b':
    case 'h':
      out += kMonths[civil.month() - 1].substr(0, 3);
      return true;
    case 'A':
      out += kDays[civil.weekday];
      return true;
    case 'a':
      out += kDays[civil.weekday].substr(0, 3);
      return true;
    case 'p':
      out += civil.time.hours().count() < 12 ? "AM" : "PM";
      return true;
    case 'P':
      out += civil.time.hours().count() < 12 ? "am" : "pm";
      return true;
    case 'Z':
      out += date.offset == minutes(0) ? "UTC" : offset_text(date.offset, ":");
      return true;
    case 'z':
      out += offset_text(date.offset, "");
      return true;
    case 's':
      out += fmt::format("{}", date.moment.time_since_epoch().count());
      return true;
    case 'n':
      out += "\n";
      return true;
    case 't':
      out += "\t";
      return true;
    case '%':
      out += "%";
      return true;
    default:
      return false;
  }
}

/// Conversions that stand for a longer format; "" for the others.
std::string_view expansion_of(char conversion) {
  switch (conversion) {
    case 'F':
      return "%Y-%m-%d";
    case 'T':
    case 'X':
      return "%H:%M:%S";
    case 'R':
      return "%H:%M";
    case 'r':
      return "%I:%M:%S %p";
    case 'D':
    case 'x':
      return "%m/%d/%y";
    case 'v':
      return "%e-%b-%Y";
    case '+':
      return "%Y-%m-%dT%H:%M:%S%:z";
    case 'c':
      return "%a %b %e %H:%M:%S %Y";
    default:
      return {};
  }
}

bool append_date(std::string& out, const Civil& civil, const DateTime& date, std::string_view format) {
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      out += format[i];
      continue;
    }
    char flag = '\0';
    if (i + 1 < format.size() && std::string_view("-_0").find(format[i + 1]) != std::string_view::npos) {
      flag = format[++i];
    }
    if (format.substr(i + 1).starts_with(":z")) {
      out += offset_text(date.offset, ":");
      i += 2;
      continue;
    }
    if (++i >= format.size()) {
      return false;
    }
    const std::string_view expansion = expansion_of(format[i]);
    const bool is_known = expansion.empty() ? append_number(out, civil, format[i], flag) ||
                                                  append_text(out, civil, date, format[i])
                                            : append_date(out, civil, date, expansion);
    if (!is_known) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<DateTime> parse_date_time(std::string_view text, minutes default_offset) {
  Reader reader(trim(text));
  const auto day = read_day(reader);
  if (!day) {
    return std::nullopt;
  }
  DateTime date;
  date.offset = default_offset;
  date.moment = *day - default_offset;
  if (reader.rest().empty()) {
    return date;
  }
  if (!reader.take_any("Tt ")) {
    return std::nullopt;
  }
  const auto time = read_time(reader);
  const auto offset = time ? read_offset(reader, default_offset) : std::nullopt;
  if (!offset || !reader.rest().empty()) {
    return std::nullopt;
  }
  return DateTime{*day + *time - *offset, true, *offset};
}

std::optional<std::string> format_date(const DateTime& date, std::string_view format) {
  std::string out;
  return append_date(out, Civil(date), date, format) ? std::optional(std::move(out)) : std::nullopt;
}

std::string format_rfc3339(const DateTime& date) {
  const Civil civil(date);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", civil.year(), civil.month(),
                     civil.day_of_month(), civil.time.hours().count(), civil.time.minutes().count(),
                     civil.time.seconds().count(),
                     date.offset == minutes(0) ? "Z" : offset_text(date.offset, ":"));
}

std::string format_rfc5322(const DateTime& date) {
  return *format_date(date, "%a, %d %b %Y %H:%M:%S %z");
}

std::string format_http_date(UnixTime moment) {
  return *format_date(DateTime{moment, true, minutes(0)}, "%a, %d %b %Y %H:%M:%S GMT");
}

}  // namespace loom::base
