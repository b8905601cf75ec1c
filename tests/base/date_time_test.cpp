#include "base/date_time.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

std::int64_t seconds_of(std::string_view text, std::chrono::minutes offset = {}) {
  const auto date = parse_date_time(text, offset);
  return date ? date->moment.time_since_epoch().count() : -1;
}

TEST(DateTime, ParsesDatesAndTimes) {
  EXPECT_EQ(seconds_of("1970-01-02"), 86400);
  EXPECT_EQ(seconds_of("2026-11-20T09:30:00Z"), 1795167000);
  EXPECT_EQ(seconds_of("2026-11-20 09:30"), 1795167000);
  EXPECT_EQ(seconds_of("2026-11-20t09:30:00.123456Z"), 1795167000);
  EXPECT_EQ(seconds_of("2026-11-20T11:30:00+02:00"), 1795167000);
  EXPECT_EQ(seconds_of("2026-11-20 04:30:00 -0500"), 1795167000);
  EXPECT_EQ(seconds_of("2026-11-20T11:30:00", std::chrono::minutes(120)), 1795167000);
}

TEST(DateTime, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "next tuesday", "2026", "2026-13-01", "2026-02-30", "2026-1-1", "20261120", "2026-11-20x",
        "2026-11-20T", "2026-11-20T25:00", "2026-11-20T10:60", "2026-11-20T10:00+99:00", "1899"}) {
    EXPECT_EQ(parse_date_time(text), std::nullopt) << text;
  }
}

TEST(DateTime, KnowsWhetherATimeWasGiven) {
  EXPECT_FALSE(parse_date_time("2026-11-20")->has_time);
  EXPECT_TRUE(parse_date_time("2026-11-20T00:00:00Z")->has_time);
}

struct Formatted {
  const char* format;
  const char* text;
};

TEST(DateTime, FormatsEachConversion) {
  const DateTime date = *parse_date_time("2026-03-05T14:07:09+02:00");
  for (const Formatted& expected : std::initializer_list<Formatted>{
           {"%Y-%m-%d %H:%M:%S", "2026-03-05 14:07:09"},
           {"%-d %B %Y", "5 March 2026"},
           {"%e|%_d|%-m", " 5| 5|3"},
           {"%a %A %b %h", "Thu Thursday Mar Mar"},
           {"%I %l %p %P", "02  2 PM pm"},
           {"%j %u %w %y %C", "064 4 4 26 20"},
           {"%F %T %R %D", "2026-03-05 14:07:09 14:07 03/05/26"},
           {"%z %:z %Z", "+0200 +02:00 +02:00"},
           {"%s", "1772712429"},
           {"%+", "2026-03-05T14:07:09+02:00"},
           {"100%%%n%t.", "100%\n\t."},
       }) {
    EXPECT_EQ(format_date(date, expected.format), expected.text) << expected.format;
  }
}

TEST(DateTime, FormatsUtcAsAnOffset) {
  EXPECT_EQ(format_date(*parse_date_time("2026-03-05T14:07:09Z"), "%+"), "2026-03-05T14:07:09+00:00");
}

TEST(DateTime, RefusesUnknownConversions) {
  EXPECT_EQ(format_date({}, "%Q"), std::nullopt);
  EXPECT_EQ(format_date({}, "%"), std::nullopt);
  EXPECT_EQ(format_date({}, "%-"), std::nullopt);
}

TEST(DateTime, WritesTheFormsOfFeedsAndHeaders) {
  const DateTime date = *parse_date_time("2026-11-20T09:30:00Z");
  EXPECT_EQ(format_rfc3339(date), "2026-11-20T09:30:00Z");
  EXPECT_EQ(format_rfc5322(date), "Fri, 20 Nov 2026 09:30:00 +0000");
  EXPECT_EQ(format_http_date(date.moment), "Fri, 20 Nov 2026 09:30:00 GMT");
  EXPECT_EQ(format_http_date(UnixTime{}).size(), 29U);
}

TEST(DateTime, RoundTripsDaysAcrossCenturies) {
  for (const char* text : {"1582-10-15", "1900-02-28", "2000-02-29", "2100-03-01", "9999-12-31"}) {
    EXPECT_EQ(format_date(*parse_date_time(text), "%F"), text);
  }
}

}  // namespace
}  // namespace loom::base
