#include "base/date_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>

#include "base/check.h"
#include "base/utf8.h"

namespace loom::base {

namespace {

using std::chrono::days;
using std::chrono::seconds;

const TimeNames& english_names() {
  static const TimeNames* const kNames = find_time_names("POSIX");
  LOOM_CHECK(kNames != nullptr);
  return *kNames;
}

/// The calendar fields of a date at its place.
struct Civil {
  Civil(UnixTime moment, seconds written_offset)
      : offset(written_offset),
        local(moment + offset),
        day(std::chrono::floor<days>(local)),
        date(day),
        time(local - day),
        weekday(std::chrono::weekday(day).c_encoding()) {}

  int year() const { return static_cast<int>(date.year()); }
  unsigned month() const { return static_cast<unsigned>(date.month()); }
  unsigned day_of_month() const { return static_cast<unsigned>(date.day()); }
  /// From 0.
  std::int64_t day_of_year() const { return (day - std::chrono::sys_days(date.year() / 1 / 1)).count(); }
  /// Weeks of the year that began before the day, where weeks begin on `first` (0 is Sunday).
  std::int64_t week(unsigned first) const { return (day_of_year() + 7 - (weekday + 7 - first) % 7) / 7; }

  seconds offset;
  UnixTime local;
  std::chrono::sys_days day;
  std::chrono::year_month_day date;
  std::chrono::hh_mm_ss<seconds> time;
  unsigned weekday;
};

/// The year and week of ISO 8601: weeks begin on Monday and belong to the year of their Thursday.
struct IsoWeek {
  explicit IsoWeek(const Civil& civil) {
    const std::chrono::sys_days thursday = civil.day + days(3 - static_cast<int>((civil.weekday + 6) % 7));
    const std::chrono::year thursday_year = std::chrono::year_month_day(thursday).year();
    year = static_cast<int>(thursday_year);
    number = (thursday - std::chrono::sys_days(thursday_year / 1 / 1)).count() / 7 + 1;
  }
  int year = 0;
  std::int64_t number = 0;
};

struct Number {
  std::int64_t value = 0;
  std::size_t width = 1;
  char padding = '0';
};

std::optional<Number> find_time_number(const Civil& civil, char conversion) {
  const std::int64_t hour = civil.time.hours().count();
  const std::int64_t half_day_hour = hour % 12 == 0 ? 12 : hour % 12;
  switch (conversion) {
    case 'H':
      return Number{hour, 2};
    case 'k':
      return Number{hour, 2, ' '};
    case 'I':
      return Number{half_day_hour, 2};
    case 'l':
      return Number{half_day_hour, 2, ' '};
    case 'M':
      return Number{civil.time.minutes().count(), 2};
    case 'S':
      return Number{civil.time.seconds().count(), 2};
    case 's':
      return Number{(civil.local - civil.offset).time_since_epoch().count()};
    default:
      return std::nullopt;
  }
}

std::optional<Number> find_week_number(const Civil& civil, char conversion) {
  switch (conversion) {
    case 'u':
      return Number{civil.weekday == 0 ? 7 : civil.weekday};
    case 'w':
      return Number{civil.weekday};
    case 'U':
      return Number{civil.week(0), 2};
    case 'W':
      return Number{civil.week(1), 2};
    case 'G':
      return Number{IsoWeek(civil).year, 4};
    case 'g':
      return Number{IsoWeek(civil).year % 100, 2};
    case 'V':
      return Number{IsoWeek(civil).number, 2};
    default:
      return find_time_number(civil, conversion);
  }
}

std::optional<Number> find_number(const Civil& civil, char conversion) {
  switch (conversion) {
    case 'Y':
      return Number{civil.year(), 4};
    case 'C':
      return Number{civil.year() / 100, 2};
    case 'y':
      return Number{std::abs(civil.year() % 100), 2};
    case 'q':
      return Number{(civil.month() + 2) / 3};
    case 'm':
      return Number{civil.month(), 2};
    case 'd':
      return Number{civil.day_of_month(), 2};
    case 'e':
      return Number{civil.day_of_month(), 2, ' '};
    case 'j':
      return Number{civil.day_of_year() + 1, 3};
    default:
      return find_week_number(civil, conversion);
  }
}

void append_number(std::string& out, const Number& number, char flag) {
  std::array<char, 20> digits;
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number.value).ptr;
  const auto count = static_cast<std::size_t>(end - digits.data());
  const char padding = flag == '_' ? ' ' : flag == '0' ? '0' : number.padding;
  if (flag != '-' && count < number.width) {
    out.append(number.width - count, padding);
  }
  out.append(digits.data(), count);
}

/// `parts`: 1 for hours, 2 with minutes, 3 with seconds.
std::string offset_text(seconds offset, int parts, std::string_view separator) {
  const std::int64_t all = std::abs(offset.count());
  std::string text = fmt::format("{}{:02}", offset < seconds(0) ? '-' : '+', all / 3600);
  if (parts > 1) {
    text += fmt::format("{}{:02}", separator, all / 60 % 60);
  }
  if (parts > 2) {
    text += fmt::format("{}{:02}", separator, all % 60);
  }
  return text;
}

/// Formats inside formats: a locale's %c may hold %r.
constexpr int kDepthMax = 3;

class Formatter {
 public:
  Formatter(const DateTime& date, const DateStyle& style)
      : civil_(date.moment, style.zone ? style.zone->offset : seconds(date.offset)),
        style_(style),
        names_(style.names != nullptr ? *style.names : english_names()),
        has_time_(date.has_time) {}

  bool append(std::string_view format) {
    while (!format.empty()) {
      const std::size_t text = std::min(format.find('%'), format.size());
      out_ += format.substr(0, text);
      format.remove_prefix(text);
      if (!format.empty() && !convert(format)) {
        return false;
      }
    }
    return true;
  }

  std::string take() { return std::move(out_); }

 private:
  /// Takes one conversion from the front.
  bool convert(std::string_view& format) {
    format.remove_prefix(1);
    char flag = '\0';
    if (!format.empty() && std::string_view("-_0").find(format.front()) != std::string_view::npos) {
      flag = format.front();
      format.remove_prefix(1);
    }
    if (format.empty()) {
      return false;
    }
    if (const auto number = find_number(civil_, format.front())) {
      append_number(out_, *number, flag);
      format.remove_prefix(1);
      return true;
    }
    if (flag != '\0') {
      return false;
    }
    if (convert_long(format)) {
      return true;
    }
    const char conversion = format.front();
    format.remove_prefix(1);
    return convert_text(conversion) || convert_composed(conversion);
  }

  /// Conversions of several signs, which are fractions and offsets.
  bool convert_long(std::string_view& format) {
    struct Offset {
      std::string_view conversion;
      int parts;
    };
    static constexpr std::array<Offset, 4> kOffsets = {{{":::z", 1}, {"::z", 3}, {":z", 2}, {"#z", 2}}};
    for (const Offset& offset : kOffsets) {
      if (format.starts_with(offset.conversion)) {
        out_ += offset_text(civil_.offset, offset.parts, offset.conversion == "#z" ? "" : ":");
        format.remove_prefix(offset.conversion.size());
        return true;
      }
    }
    const bool has_point = format.starts_with('.');
    std::string_view rest = format.substr(has_point ? 1 : 0);
    std::size_t digits = 0;
    if (!rest.empty() && (rest.front() == '3' || rest.front() == '6' || rest.front() == '9')) {
      digits = static_cast<std::size_t>(rest.front() - '0');
      rest.remove_prefix(1);
    }
    if (!rest.starts_with('f')) {
      return false;
    }
    append_fraction(has_point, digits);
    format = rest.substr(1);
    return true;
  }

  void append_fraction(bool has_point, std::size_t digits) {
    const std::string all = fmt::format("{:09}", style_.fraction.count());
    if (digits == 0 && has_point) {
      // As few groups of three digits as say all.
      digits = all == "000000000" ? 0 : all.ends_with("000000") ? 3 : all.ends_with("000") ? 6 : 9;
      out_ += digits == 0 ? "" : "." + all.substr(0, digits);
      return;
    }
    out_ += (has_point ? "." : "") + all.substr(0, digits == 0 ? 9 : digits);
  }

  bool convert_text(char conversion) {
    switch (conversion) {
      case 'B':
        out_ += names_.months[civil_.month() - 1];
        return true;
      case 'b':
      case 'h':
        out_ += names_.short_months[civil_.month() - 1];
        return true;
      case 'A':
        out_ += names_.days[civil_.weekday];
        return true;
      case 'a':
        out_ += names_.short_days[civil_.weekday];
        return true;
      case 'p':
        out_ += day_half();
        return true;
      case 'P':
        out_ += to_lower_unicode(day_half());
        return true;
      case 'Z':
        append_zone_name();
        return true;
      case 'z':
        out_ += offset_text(civil_.offset, 2, "");
        return true;
      case 'n':
      case 't':
      case '%':
        out_ += conversion == 'n' ? '\n' : conversion == 't' ? '\t' : '%';
        return true;
      default:
        return false;
    }
  }

  std::string_view day_half() const { return names_.day_halves[civil_.time.hours().count() < 12 ? 0 : 1]; }

  void append_zone_name() {
    if (style_.zone) {
      out_ += style_.zone->abbreviation;
    } else if (!has_time_ && civil_.offset == seconds(0)) {
      out_ += "UTC";
    } else {
      out_ += offset_text(civil_.offset, 2, ":");
    }
  }

  /// Conversions that stand for a longer format.
  bool convert_composed(char conversion) {
    switch (conversion) {
      case 'F':
        return append("%Y-%m-%d");
      case 'T':
        return append("%H:%M:%S");
      case 'R':
        return append("%H:%M");
      case 'D':
        return append("%m/%d/%y");
      case 'v':
        return append("%e-%b-%Y");
      case '+':
        return append("%Y-%m-%dT%H:%M:%S%.f%:z");
      case 'X':
        return append_of_language(names_.time_format);
      case 'x':
        return append_of_language(names_.date_format);
      case 'r':
        return append_half_day_time();
      case 'c':
        return append_of_language(names_.date_time_format);
      default:
        return false;
    }
  }

  bool append_half_day_time() {
    if (!names_.half_day_format.empty()) {
      return append_of_language(names_.half_day_format);
    }
    // A few locales write %X as %r and leave %r open.
    return append_of_language(names_.time_format == "%r" ? "%I:%M:%S %p" : names_.time_format);
  }

  /// A format of the C library may hold what chrono does not know ("%Ey", "%Od"): its plain form stands for
  /// it. What it cannot say at all is left out.
  bool append_of_language(std::string_view format) {
    if (depth_ >= kDepthMax) {
      return false;
    }
    ++depth_;
    std::string plain;
    for (std::size_t i = 0; i < format.size(); ++i) {
      plain += format[i];
      if (format[i] == '%' && i + 1 < format.size() && (format[i + 1] == 'E' || format[i + 1] == 'O')) {
        ++i;
      }
    }
    const bool known = append(plain);
    --depth_;
    return known;
  }

  Civil civil_;
  const DateStyle& style_;
  const TimeNames& names_;
  bool has_time_;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

std::optional<std::string> format_date(const DateTime& date, std::string_view format,
                                       const DateStyle& style) {
  Formatter formatter(date, style);
  return formatter.append(format) ? std::optional(formatter.take()) : std::nullopt;
}

}  // namespace loom::base
