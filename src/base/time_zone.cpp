#include "base/time_zone.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "base/ascii.h"
#include "base/file.h"

namespace loom::base {

namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr std::string_view kZoneFolder = "/usr/share/zoneinfo/";
constexpr std::uint64_t kZoneFileBytesMax = 1 << 20;
constexpr std::size_t kZoneNameBytesMax = 64;

std::chrono::year year_of(UnixTime moment) {
  return std::chrono::year_month_day(std::chrono::floor<days>(moment)).year();
}

/// Seconds from the start of the year, local time, to the moment that `day` names.
seconds start_in_year(const ZoneRule::Day& day, std::chrono::year year) {
  const std::chrono::sys_days first(year / 1 / 1);
  switch (day.kind) {
    case ZoneRule::Day::Kind::Julian:
      return days(day.day) + day.time;
    case ZoneRule::Day::Kind::JulianWithoutLeap:
      return days(day.day - 1 + (year.is_leap() && day.day >= 60 ? 1 : 0)) + day.time;
    case ZoneRule::Day::Kind::WeekOfMonth:
      break;
  }
  const auto month = year / std::chrono::month(static_cast<unsigned>(day.month));
  const std::chrono::weekday weekday(static_cast<unsigned>(day.day));
  const std::chrono::sys_days found =
      day.week == 5 ? std::chrono::sys_days(month / weekday[std::chrono::last])
                    : std::chrono::sys_days(month / weekday[static_cast<unsigned>(day.week)]);
  return (found - first) + day.time;
}

ZoneTime time_by_rule(const ZoneRule& rule, UnixTime moment) {
  if (!rule.saving) {
    return rule.standard;
  }
  const std::chrono::year year = year_of(moment + rule.standard.offset);
  const UnixTime first = std::chrono::sys_days(year / 1 / 1);
  const UnixTime start = first + start_in_year(rule.saving_start, year) - rule.standard.offset;
  const UnixTime end = first + start_in_year(rule.saving_end, year) - rule.saving->offset;
  const bool is_saving = start < end ? moment >= start && moment < end : moment >= start || moment < end;
  return is_saving ? *rule.saving : rule.standard;
}

class RuleParser {
 public:
  explicit RuleParser(std::string_view text) : rest_(text) {}

  std::optional<ZoneRule> parse() {
    ZoneRule rule;
    if (!read_name(rule.standard.abbreviation) || !read_time(rule.standard.offset)) {
      return std::nullopt;
    }
    // POSIX counts west of Greenwich as positive.
    rule.standard.offset = -rule.standard.offset;
    if (rest_.empty()) {
      return rule;
    }
    ZoneTime saving{rule.standard.offset + std::chrono::hours(1), ""};
    if (!read_name(saving.abbreviation)) {
      return std::nullopt;
    }
    if (!rest_.starts_with(',')) {
      if (!read_time(saving.offset)) {
        return std::nullopt;
      }
      saving.offset = -saving.offset;
    }
    rule.saving = std::move(saving);
    const bool read = read_day(rule.saving_start) && read_day(rule.saving_end) && rest_.empty();
    return read ? std::optional(std::move(rule)) : std::nullopt;
  }

 private:
  bool accept(char c) {
    const bool found = rest_.starts_with(c);
    rest_.remove_prefix(found ? 1 : 0);
    return found;
  }

  bool read_name(std::string& out) {
    const bool quoted = accept('<');
    std::size_t length = 0;
    while (length < rest_.size() && (quoted ? rest_[length] != '>' : is_alpha(rest_[length]))) {
      ++length;
    }
    out = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return (!quoted || accept('>')) && length >= 3;
  }

  std::optional<int> read_number(int most) {
    std::size_t length = 0;
    while (length < rest_.size() && length < 4 && is_digit(rest_[length])) {
      ++length;
    }
    const auto number = parse_unsigned(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return length != 0 && number && *number <= static_cast<std::uint64_t>(most)
               ? std::optional(static_cast<int>(*number))
               : std::nullopt;
  }

  /// [+-]hh[:mm[:ss]]; hours to 167 as in RFC 8536 §3.3.1.
  bool read_time(seconds& out) {
    const bool negative = accept('-');
    if (!negative) {
      accept('+');
    }
    const auto hours = read_number(167);
    const auto minutes = accept(':') ? read_number(59) : std::optional(0);
    const auto rest = accept(':') ? read_number(59) : std::optional(0);
    if (!hours || !minutes || !rest) {
      return false;
    }
    out = std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + seconds(*rest);
    out = negative ? -out : out;
    return true;
  }

  bool read_day(ZoneRule::Day& day) {
    if (!accept(',')) {
      return false;
    }
    if (accept('M')) {
      const int month = read_number(12).value_or(0);
      const int week = accept('.') ? read_number(5).value_or(0) : 0;
      const int weekday = accept('.') ? read_number(6).value_or(-1) : -1;
      if (month == 0 || week == 0 || weekday < 0) {
        return false;
      }
      day = {ZoneRule::Day::Kind::WeekOfMonth, month, week, weekday, day.time};
    } else {
      day.kind = accept('J') ? ZoneRule::Day::Kind::JulianWithoutLeap : ZoneRule::Day::Kind::Julian;
      const auto number = read_number(365);
      if (!number) {
        return false;
      }
      day.day = *number;
    }
    return !accept('/') || read_time(day.time);
  }

  std::string_view rest_;
};

}  // namespace

class TimeZoneParser {
 public:
  explicit TimeZoneParser(std::string_view bytes) : rest_(bytes) {}

  std::optional<TimeZone> parse() {
    auto header = read_header();
    if (!header) {
      return std::nullopt;
    }
    std::int64_t moment_bytes = 4;
    if (header->version >= '2') {
      // The first block has 32-bit moments only; the second says the same better.
      if (!skip(block_bytes(*header, moment_bytes)) || !(header = read_header())) {
        return std::nullopt;
      }
      moment_bytes = 8;
    }
    TimeZone zone;
    if (!read_block(*header, moment_bytes, zone)) {
      return std::nullopt;
    }
    if (moment_bytes == 8 && rest_.starts_with('\n')) {
      zone.rule_ = parse_zone_rule(rest_.substr(1, rest_.find('\n', 1) - 1));
    }
    return zone;
  }

 private:
  struct Header {
    char version = '\0';
    std::int64_t utc_count = 0;
    std::int64_t standard_count = 0;
    std::int64_t leap_count = 0;
    std::int64_t transition_count = 0;
    std::int64_t type_count = 0;
    std::int64_t character_count = 0;
  };

  static std::int64_t block_bytes(const Header& header, std::int64_t moment_bytes) {
    return header.transition_count * (moment_bytes + 1) + header.type_count * 6 + header.character_count +
           header.leap_count * (moment_bytes + 4) + header.standard_count + header.utc_count;
  }

  bool skip(std::int64_t byte_count) {
    if (byte_count > static_cast<std::int64_t>(rest_.size())) {
      return false;
    }
    rest_.remove_prefix(static_cast<std::size_t>(byte_count));
    return true;
  }

  /// Requires: the bytes are there. Big-endian, two's complement.
  static std::int64_t number_at(std::string_view bytes, std::size_t offset, std::int64_t byte_count) {
    std::uint64_t value = (static_cast<unsigned char>(bytes[offset]) & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(byte_count); ++i) {
      value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
    }
    return static_cast<std::int64_t>(value);
  }

  std::optional<Header> read_header() {
    constexpr std::size_t kHeaderBytes = 44;
    if (rest_.size() < kHeaderBytes || !rest_.starts_with("TZif")) {
      return std::nullopt;
    }
    Header header;
    header.version = rest_[4];
    std::size_t at = 20;
    for (std::int64_t* count : {&header.utc_count, &header.standard_count, &header.leap_count,
                                &header.transition_count, &header.type_count, &header.character_count}) {
      *count = number_at(rest_, at, 4) & 0xffffffff;
      at += 4;
    }
    rest_.remove_prefix(kHeaderBytes);
    return header;
  }

  bool read_block(const Header& header, std::int64_t moment_bytes, TimeZone& zone) {
    const std::string_view block = rest_;
    if (header.type_count == 0 || !skip(block_bytes(header, moment_bytes))) {
      return false;
    }
    const auto width = static_cast<std::size_t>(moment_bytes);
    const auto transition_count = static_cast<std::size_t>(header.transition_count);
    const auto type_count = static_cast<std::size_t>(header.type_count);
    const std::size_t types_at = transition_count * (width + 1);
    const std::size_t names_at = types_at + type_count * 6;
    const std::string_view names = block.substr(names_at, static_cast<std::size_t>(header.character_count));
    for (std::size_t i = 0; i < transition_count; ++i) {
      const auto type = static_cast<unsigned char>(block[transition_count * width + i]);
      if (type >= type_count) {
        return false;
      }
      zone.transitions_.push_back({number_at(block, i * width, moment_bytes), type});
    }
    for (std::size_t i = 0; i < type_count; ++i) {
      const std::size_t at = types_at + i * 6;
      const std::string_view name =
          names.substr(std::min<std::size_t>(static_cast<unsigned char>(block[at + 5]), names.size()));
      zone.types_.push_back({seconds(number_at(block, at, 4)), std::string(name.substr(0, name.find('\0')))});
    }
    return std::is_sorted(zone.transitions_.begin(), zone.transitions_.end(),
                          [](const auto& a, const auto& b) { return a.moment < b.moment; });
  }

  std::string_view rest_;
};

std::optional<ZoneRule> parse_zone_rule(std::string_view text) {
  return RuleParser(text).parse();
}

std::optional<TimeZone> TimeZone::parse(std::string_view bytes) {
  return TimeZoneParser(bytes).parse();
}

ZoneTime TimeZone::at(UnixTime moment) const {
  const std::int64_t second = moment.time_since_epoch().count();
  const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), second,
                                     [](std::int64_t a, const Transition& b) { return a < b.moment; });
  if (next == transitions_.begin()) {
    return transitions_.empty() && rule_ ? time_by_rule(*rule_, moment) : types_.front();
  }
  if (next == transitions_.end() && rule_) {
    return time_by_rule(*rule_, moment);
  }
  return types_[(next - 1)->type];
}

const TimeZone* find_time_zone(const std::string& name) {
  const auto is_part = [](char c) {
    return is_alnum(c) || std::string_view("_+-/").find(c) != std::string_view::npos;
  };
  if (name.empty() || name.size() > kZoneNameBytesMax || !is_alpha(name.front()) ||
      !std::all_of(name.begin(), name.end(), is_part)) {
    return nullptr;
  }
  static std::mutex mutex;
  static std::map<std::string, std::optional<TimeZone>> zones;
  const std::lock_guard lock(mutex);
  const auto [found, is_new] = zones.try_emplace(name);
  if (is_new) {
    const auto file = read_file(std::string(kZoneFolder) + name, kZoneFileBytesMax);
    found->second = file ? TimeZone::parse(file->bytes) : std::nullopt;
  }
  return found->second ? &*found->second : nullptr;
}

}  // namespace loom::base
