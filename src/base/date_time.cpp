#include "base/date_time.h"

#include "base/ascii.h"
#include "base/date_format.h"

namespace loom::base {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

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

std::string format_rfc3339(const DateTime& date) {
  return *format_date(date, date.offset == minutes(0) ? "%FT%TZ" : "%FT%T%:z");
}

std::string format_rfc5322(const DateTime& date) {
  return *format_date(date, "%a, %d %b %Y %H:%M:%S %z");
}

std::string format_http_date(UnixTime moment) {
  return *format_date(DateTime{moment, true, minutes(0)}, "%a, %d %b %Y %H:%M:%S GMT");
}

}  // namespace loom::base
