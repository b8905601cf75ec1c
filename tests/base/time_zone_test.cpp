#include "base/time_zone.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

std::string shown(const ZoneTime& time) {
  return time.abbreviation + " " + std::to_string(time.offset.count());
}

UnixTime moment(std::string_view text) {
  return parse_date_time(text)->moment;
}

std::string number(std::int64_t value, int byte_count) {
  std::string bytes;
  for (int i = byte_count - 1; i >= 0; --i) {
    bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xff);
  }
  return bytes;
}

/// A file of version 2 with one transition from AAA (+1 h) to BBB (-2 h) at `second`.
std::string zone_file(std::int64_t second, const std::string& rule) {
  const auto header = [](int transitions, int types, int characters) {
    return "TZif2" + std::string(15, '\0') + number(0, 4) + number(0, 4) + number(0, 4) +
           number(transitions, 4) + number(types, 4) + number(characters, 4);
  };
  const std::string types = number(3600, 4) + std::string(2, '\0') + number(-7200, 4) + '\0' + '\4';
  return header(0, 1, 4) + number(0, 4) + std::string(2, '\0') + std::string("AAA\0", 4) + header(1, 2, 8) +
         number(second, 8) + '\1' + types + std::string("AAA\0BBB\0", 8) + "\n" + rule + "\n";
}

TEST(TimeZone, FollowsTheTransitionsOfTheFile) {
  const auto zone = TimeZone::parse(zone_file(1000, ""));
  ASSERT_TRUE(zone);
  EXPECT_EQ(shown(zone->at(UnixTime(std::chrono::seconds(999)))), "AAA 3600");
  EXPECT_EQ(shown(zone->at(UnixTime(std::chrono::seconds(1000)))), "BBB -7200");
}

TEST(TimeZone, FollowsTheRuleBehindTheLastTransition) {
  const auto zone = TimeZone::parse(zone_file(1000, "CET-1CEST,M3.5.0,M10.5.0/3"));
  ASSERT_TRUE(zone);
  EXPECT_EQ(shown(zone->at(moment("2050-03-27T00:59:59Z"))), "CET 3600");
  EXPECT_EQ(shown(zone->at(moment("2050-03-27T01:00:00Z"))), "CEST 7200");
  EXPECT_EQ(shown(zone->at(moment("2050-10-30T00:59:59Z"))), "CEST 7200");
  EXPECT_EQ(shown(zone->at(moment("2050-10-30T01:00:00Z"))), "CET 3600");
}

TEST(TimeZone, EveryShorterFileIsNone) {
  const std::string whole = zone_file(1000, "UTC0");
  for (std::size_t length = 0; length < whole.size() - 6; ++length) {
    EXPECT_FALSE(TimeZone::parse(std::string_view(whole).substr(0, length))) << length;
  }
  EXPECT_FALSE(TimeZone::parse("TZif" + std::string(100, '\xff')));
}

TEST(ZoneRule, KnowsEveryForm) {
  const auto southern = parse_zone_rule("<-03>3<-02>,M10.3.0/0,M2.3.0/0");
  ASSERT_TRUE(southern && southern->saving);
  EXPECT_EQ(shown(southern->standard), "-03 -10800");
  EXPECT_EQ(shown(*southern->saving), "-02 -7200");
  EXPECT_TRUE(parse_zone_rule("EST5EDT4:30,J60/2:00:30,300"));
  EXPECT_EQ(shown(parse_zone_rule("<+0530>-5:30")->standard), "+0530 19800");
  for (const char* wrong :
       {"", "A", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M1.1.0", "CET-1CEST,M3.6.0,M1.1.0",
        "CET-1CEST,M3.5.7,M1.1.0", "CET-1CEST,J366,J1", "CET-1 ", "CET-999"}) {
    EXPECT_FALSE(parse_zone_rule(wrong)) << wrong;
  }
}

TEST(FindTimeZone, ReadsTheSystemsZones) {
  const TimeZone* berlin = find_time_zone("Europe/Berlin");
  if (berlin == nullptr) {
    GTEST_SKIP() << "tzdata is not installed";
  }
  EXPECT_EQ(shown(berlin->at(moment("2026-07-01T00:00:00Z"))), "CEST 7200");
  EXPECT_EQ(shown(berlin->at(moment("2026-01-01T00:00:00Z"))), "CET 3600");
  EXPECT_EQ(find_time_zone("Europe/Berlin"), berlin);
}

TEST(FindTimeZone, NamesAreNoPaths) {
  for (const char* name :
       {"", "../../../etc/passwd", "/etc/localtime", "Europe", "Mars/Olympus", "a\nb", "tzdata.zi"}) {
    EXPECT_EQ(find_time_zone(name), nullptr) << name;
  }
}

}  // namespace
}  // namespace loom::base
