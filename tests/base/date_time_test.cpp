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

TEST(DateTime, WritesTheFormsOfFeedsAndHeaders) {
  const DateTime date = *parse_date_time("2026-11-20T09:30:00Z");
  EXPECT_EQ(format_rfc3339(date), "2026-11-20T09:30:00Z");
  EXPECT_EQ(format_rfc5322(date), "Fri, 20 Nov 2026 09:30:00 +0000");
  EXPECT_EQ(format_http_date(date.moment), "Fri, 20 Nov 2026 09:30:00 GMT");
  EXPECT_EQ(format_http_date(UnixTime{}).size(), 29U);
}

TEST(DateTime, RoundTripsDaysAcrossCenturies) {
  for (const char* text : {"1582-10-15", "1900-02-28", "2000-02-29", "2100-03-01", "9999-12-31"}) {
    EXPECT_EQ(format_rfc3339(*parse_date_time(text)), std::string(text) + "T00:00:00Z");
  }
}

}  // namespace
}  // namespace loom::base
