#include "http/http_date.h"

#include <array>
#include <chrono>
#include <cstddef>

#include "base/ascii.h"

namespace loom::http {

namespace {

constexpr std::array<std::string_view, 7> kDayNames{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::size_t kShortNameBytes = 3;

/// Takes a date apart from left to right; once something does not fit, everything after it fails too.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  bool is_complete() const { return is_valid_ && rest_.empty(); }

  void literal(std::string_view expected) {
    is_valid_ = is_valid_ && rest_.starts_with(expected);
    drop(expected.size());
  }

  int digits(std::size_t count) {
    int value = 0;
    for (const char c : rest_.substr(0, count)) {
      is_valid_ = is_valid_ && base::is_digit(c);
      value = value * 10 + (c - '0');
    }
    drop(count);
    return value;
  }

  /// Two digits, the first of which may be a space.
  int padded_day() {
    if (rest_.starts_with(' ')) {
      drop(1);
      return digits(1);
    }
    return digits(2);
  }

  /// Index of the name that comes next.
  template <std::size_t kCount>
  unsigned int name(const std::array<std::string_view, kCount>& names, std::size_t name_bytes) {
    for (unsigned int i = 0; i < kCount; ++i) {
      const std::string_view candidate = names[i].substr(0, name_bytes);
      if (rest_.starts_with(candidate)) {
        drop(candidate.size());
        return i;
      }
    }
    is_valid_ = false;
    return 0;
  }

 private:
  void drop(std::size_t count) {
    is_valid_ = is_valid_ && rest_.size() >= count;
    rest_.remove_prefix(is_valid_ ? count : rest_.size());
  }

  std::string_view rest_;
  bool is_valid_ = true;
};

struct DateParts {
  unsigned int weekday = 0;
  int year = 0;
  unsigned int month_index = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

void read_time(DateReader& reader, DateParts& parts) {
  parts.hour = reader.digits(2);
  reader.literal(":");
  parts.minute = reader.digits(2);
  reader.literal(":");
  parts.second = reader.digits(2);
}

bool read_fixed_form(std::string_view text, DateParts& parts) {
  DateReader reader(text);
  parts.weekday = reader.name(kDayNames, kShortNameBytes);
  reader.literal(", ");
  parts.day = reader.digits(2);
  reader.literal(" ");
  parts.month_index = reader.name(kMonthNames, kShortNameBytes);
  reader.literal(" ");
  parts.year = reader.digits(4);
  reader.literal(" ");
  read_time(reader, parts);
  reader.literal(" GMT");
  return reader.is_complete();
}

bool read_rfc850_form(std::string_view text, DateParts& parts) {
  DateReader reader(text);
  parts.weekday = reader.name(kDayNames, std::string_view::npos);
  reader.literal(", ");
  parts.day = reader.digits(2);
  reader.literal("-");
  parts.month_index = reader.name(kMonthNames, kShortNameBytes);
  reader.literal("-");
  parts.year = reader.digits(2);
  reader.literal(" ");
  read_time(reader, parts);
  reader.literal(" GMT");
  return reader.is_complete();
}

bool read_asctime_form(std::string_view text, DateParts& parts) {
  DateReader reader(text);
  parts.weekday = reader.name(kDayNames, kShortNameBytes);
  reader.literal(" ");
  parts.month_index = reader.name(kMonthNames, kShortNameBytes);
  reader.literal(" ");
  parts.day = reader.padded_day();
  reader.literal(" ");
  read_time(reader, parts);
  reader.literal(" ");
  parts.year = reader.digits(4);
  return reader.is_complete();
}

/// Second 60 is a leap second, and counts as the next one.
std::optional<base::UnixTime> moment_of(const DateParts& parts) {
  using std::chrono::day, std::chrono::hours, std::chrono::minutes, std::chrono::month, std::chrono::seconds;
  const std::chrono::year_month_day date{std::chrono::year(parts.year), month(parts.month_index + 1),
                                         day(static_cast<unsigned int>(parts.day))};
  if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 60) {
    return std::nullopt;
  }
  const std::chrono::sys_days days(date);
  if (std::chrono::weekday(days).c_encoding() != parts.weekday) {
    return std::nullopt;
  }
  return days + hours(parts.hour) + minutes(parts.minute) + seconds(parts.second);
}

int full_year(int two_digits, base::UnixTime now) {
  constexpr int kYearsAheadMax = 50;
  const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(now));
  const int latest = static_cast<int>(today.year()) + kYearsAheadMax;
  return latest - (latest - two_digits) % 100;
}

}  // namespace

std::optional<base::UnixTime> parse_http_date(std::string_view text, base::UnixTime now) {
  DateParts parts;
  if (read_fixed_form(text, parts) || read_asctime_form(text, parts)) {
    return moment_of(parts);
  }
  if (read_rfc850_form(text, parts)) {
    parts.year = full_year(parts.year, now);
    return moment_of(parts);
  }
  return std::nullopt;
}

}  // namespace loom::http
